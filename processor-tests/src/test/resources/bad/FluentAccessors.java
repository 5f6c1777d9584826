package bad;

import io.callbox.annotation.RemoteService;

@RemoteService
public interface FluentAccessors {
  int a(Point b); // RPC039: b is bad.FluentAccessors.Point, a class of which x would be lost on the way; give it public getters and setters (getX and setX), or use a record

  class Point {
    private int x;

    public int x() {
      return x;
    }

    public Point x(int newX) {
      this.x = newX;
      return this;
    }
  }
}
