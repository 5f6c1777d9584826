package bad;

import io.callbox.annotation.RemoteService;

@RemoteService
public interface OpenFieldBesideConstructor {
  int a(Point b); // RPC024: b is bad.OpenFieldBesideConstructor.Point, a class that does not say what travels: its constructor does not take y, a public field

  class Point {
    private final int x;
    public int y;

    public Point(int x) {
      this.x = x;
    }

    public int getX() {
      return x;
    }

    public int getY() {
      return y;
    }
  }
}
