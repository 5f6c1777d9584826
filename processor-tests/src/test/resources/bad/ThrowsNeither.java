package bad;

import io.callbox.annotation.RemoteService;

@RemoteService
public interface ThrowsNeither {
  int a() throws Odd; // RPC040: a throws Odd, which is neither an Exception nor an Error

  class Odd extends Throwable {
    public Odd(String message) {
      super(message);
    }
  }
}
