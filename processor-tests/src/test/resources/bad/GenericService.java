package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface GenericService<T> { // RPC003: GenericService has type parameters
  int a();
}
