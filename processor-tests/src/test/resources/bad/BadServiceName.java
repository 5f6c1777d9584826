package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService("a..b") // RPC004: 'a..b' cannot be a service's name
public interface BadServiceName {
  int a();
}
