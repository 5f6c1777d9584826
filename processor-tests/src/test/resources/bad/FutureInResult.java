package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface FutureInResult {
  List<CompletableFuture<Integer>> a(); // RPC026: the result[] is java.util.concurrent.CompletableFuture<java.lang.Integer>, but only
}
