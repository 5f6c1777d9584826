package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface InheritedDuplicate extends InheritedDuplicateParent {
  int a(); // RPC008: 'a' is what b is called on the wire already
}

interface InheritedDuplicateParent {
  @RemoteMethod(name = "a")
  int b();
}
