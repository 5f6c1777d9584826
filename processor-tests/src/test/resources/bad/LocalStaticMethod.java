package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface LocalStaticMethod {
  int b();

  @RemoteMethod(name = "c") // RPC013: @RemoteMethod has no meaning here: a is run where it is called
  static int a() {
    return 1;
  }
}
