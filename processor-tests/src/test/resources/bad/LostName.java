package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface LostName {
  int a(int arg0); // RPC017: the name of parameter 1 of a was lost when its interface was compiled; compile that with -parameters, or name it with @Param
}
