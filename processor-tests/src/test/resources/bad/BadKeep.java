package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface BadKeep {
  @Durable(keep = "24h") // RPC053: keep '24h' is no ISO-8601 duration of a millisecond to a year
  int a();
}
