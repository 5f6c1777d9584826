package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface EndlessKeep {
  @Durable(keep = "P400D") // RPC053: keep 'P400D' is no ISO-8601 duration
  int a();
}
