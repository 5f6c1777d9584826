package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface GenericMethod {
  <T> int a(T b); // RPC011: a has type parameters, which a call cannot carry
}
