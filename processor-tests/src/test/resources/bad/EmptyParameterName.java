package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface EmptyParameterName {
  int a(@Param("") int b); // RPC018: a parameter's name cannot be empty
}
