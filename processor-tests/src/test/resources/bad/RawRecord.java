package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface RawRecord {
  @SuppressWarnings("rawtypes")
  int a(Box b); // RPC021: b is bad.RawRecord.Box without type arguments

  record Box<T>(T t) {}
}
