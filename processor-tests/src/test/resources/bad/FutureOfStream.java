package bad;

import io.callbox.annotation.*;
import java.util.concurrent.CompletableFuture;
import java.util.stream.*;

@RemoteService
public interface FutureOfStream {
  CompletableFuture<Stream<String>> a(); // RPC055: the result is java.util.stream.Stream<java.lang.String>, but only
}
