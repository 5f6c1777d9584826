package bad;

import io.callbox.annotation.RemoteService;

@RemoteService
public interface LostConstructorNames {
  int a(Point b); // RPC024: b is bad.LostConstructorNames.Point, a class that does not say what travels: the names of its constructor's parameters were lost when it was compiled; compile it with -parameters

  class Point {
    public final int x;

    public Point(int arg0) {
      this.x = arg0;
    }
  }
}
