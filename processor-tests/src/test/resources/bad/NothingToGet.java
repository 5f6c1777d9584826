package bad;

import io.callbox.annotation.RemoteService;

@RemoteService
public interface NothingToGet {
  int a(Counter b); // RPC039: b is bad.NothingToGet.Counter, a class of which nothing would travel

  class Counter {
    private int count;

    void count() {
      count++;
    }
  }
}
