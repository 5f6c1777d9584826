package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface BadMethodName {
  @RemoteMethod(name = "a.b") // RPC006: 'a.b' cannot be a method's name on the wire
  int a();
}
