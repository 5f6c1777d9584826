package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface AttachedDurable {
  @Durable
  int build(int month);

  @Durable
  int attachBuild(String id); // RPC010: a durable stub has a method attachBuild(java.lang.String) itself, for build

  int attachPlain(String id);
}
