package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface ZeroRunTimeout {
  @Durable(timeout = "PT0S") // RPC053: timeout 'PT0S' is no ISO-8601 duration
  int a();
}
