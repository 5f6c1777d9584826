package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface RawList {
  @SuppressWarnings("rawtypes")
  List a(); // RPC021: the result is java.util.List without type arguments
}
