package bad;

import io.callbox.annotation.RemoteService;

@RemoteService
public interface FluentBesideOthers {
  int a(Point b); // RPC039: b is bad.FluentBesideOthers.Point, a class of which y would be lost on the way

  class Point {
    public int x;
    private int y;

    public int y() {
      return y;
    }

    public void y(int newY) {
      this.y = newY;
    }
  }
}
