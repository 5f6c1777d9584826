package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface DuplicateParameterName {
  int a(int b, @Param("b") int c); // RPC019: another parameter of a is called 'b' already
}
