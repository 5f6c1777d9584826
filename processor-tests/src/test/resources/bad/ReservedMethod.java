package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface ReservedMethod {
  int withHeader(String name, String value); // RPC010: a stub has a method withHeader(java.lang.String,java.lang.String) itself
}
