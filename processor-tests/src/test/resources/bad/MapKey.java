package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface MapKey {
  int a(Map<List<String>, String> b); // RPC028: b is a map with keys of type java.util.List<java.lang.String>
}
