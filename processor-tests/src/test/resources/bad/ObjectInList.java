package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface ObjectInList {
  int a(List<Object> b); // RPC020: b[] is java.lang.Object
}
