package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface LocalMethod {
  int b();

  @Idempotent // RPC013: @Idempotent has no meaning here: a is run where it is called
  default int a() {
    return 1;
  }
}
