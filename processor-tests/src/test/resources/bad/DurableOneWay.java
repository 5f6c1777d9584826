package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface DurableOneWay {
  @Durable // RPC052: a has no outcome that could be asked for later; drop @OneWay
  @OneWay
  void a();
}
