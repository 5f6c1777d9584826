package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface ObjectParameter {
  int a(Object b); // RPC020: b is java.lang.Object, which may be anything; name the type that travels
}
