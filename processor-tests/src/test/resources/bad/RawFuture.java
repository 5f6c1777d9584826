package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface RawFuture {
  @SuppressWarnings("rawtypes")
  CompletableFuture a(); // RPC021: the result is java.util.concurrent.CompletableFuture without type arguments
}
