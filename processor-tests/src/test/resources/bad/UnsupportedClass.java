package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface UnsupportedClass {
  int a(Thread b); // RPC024: b is java.lang.Thread, a class that does not say what travels
}
