package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface AttemptsNotIdempotent {
  @Durable(attempts = 2) // RPC054: a may not be run twice, and so is tried once; add @Idempotent
  int a();
}
