package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface UnrebuildableException {
  int a() throws Lost; // RPC041: Lost cannot be rebuilt on the caller's side; give it a constructor that this package can see, Lost(String message) for example

  @SuppressWarnings("serial")
  class Lost extends Exception {
    public Lost(int code) {}
  }
}
