package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface WildcardRecord {
  int a(Box<?> b); // RPC022: b is bad.WildcardRecord.Box<?>, a wildcard

  record Box<T>(T t) {}
}
