package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface AttachedTwice {
  @Durable
  int build(int month);

  @Durable
  int Build(int month); // RPC010: a durable stub has a method attachBuild(java.lang.String) itself, for build
}
