package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface DuplicateMethodName {
  int a();

  @RemoteMethod(name = "a")
  int b(); // RPC008: 'a' is what a is called on the wire already
}
