package bad;

import io.callbox.annotation.RemoteService;

@RemoteService
public interface ManyConstructors {
  int a(Point b); // RPC024: b is bad.ManyConstructors.Point, a class that does not say what travels: it has several constructors, of which none is marked with @JsonCreator; use

  class Point {
    public final int x;

    public Point(int x) {
      this.x = x;
    }

    public Point(Point other) {
      this.x = other.x;
    }
  }
}
