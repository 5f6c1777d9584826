package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface ReservedDurable {
  @Durable
  int orFail(); // RPC010: a durable stub has a method orFail() itself
}
