package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface EndlessType { // RPC030: b contains its own type with ever larger type arguments, without end
  int a(Grow<String> b);

  record Grow<T>(Grow<List<T>> next) {}
}
