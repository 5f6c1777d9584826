package bad;

import io.callbox.annotation.RemoteService;

@RemoteService
public interface UnshownParameter {
  int a(Point b); // RPC024: b is bad.UnshownParameter.Point, a class that does not say what travels: its constructor takes y, and no getter gives that; use

  class Point {
    public final int x;

    public Point(int x, int y) {
      this.x = x + y;
    }
  }
}
