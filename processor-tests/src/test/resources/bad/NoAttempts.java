package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface NoAttempts {
  @Durable(attempts = 0) // RPC054: attempts is 0; write a number from 1
  @Idempotent
  int a();
}
