package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface Overload {
  int a(int b);

  int a(String b); // RPC007: there is another method a, and calls only say the name; give one of them another name with @RemoteMethod(name = …)
}
