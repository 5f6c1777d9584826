package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface ZeroTimeout {
  @RemoteMethod(timeout = "0s") // RPC014: '0s' is no timeout
  int a();
}
