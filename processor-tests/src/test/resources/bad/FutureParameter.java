package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface FutureParameter {
  int a(CompletableFuture<Integer> b); // RPC026: b is java.util.concurrent.CompletableFuture<java.lang.Integer>, but only a method's result
}
