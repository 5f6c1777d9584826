package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

public class InaccessibleType {
  private record Hidden(int a) {}

  @RemoteService
  interface Service {
    int a(Hidden b); // RPC029: b is Hidden, which generated code in this package cannot see; make it public
  }
}
