package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface BadTimeout {
  @RemoteMethod(timeout = "2 seconds") // RPC014: '2 seconds' is no timeout; write a whole number
  int a();
}
