package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

public interface InheritedTwice {
  interface Left {
    int a();
  }

  interface Right {
    int a(); // RPC009: a is inherited from bad.InheritedTwice.Left and from bad.InheritedTwice.Right; declare it
  }

  @RemoteService
  interface Both extends Left, Right {}
}
