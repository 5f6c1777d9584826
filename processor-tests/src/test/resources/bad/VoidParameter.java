package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface VoidParameter {
  int a(Void b); // RPC027: b is java.lang.Void, which has no value; leave it out
}
