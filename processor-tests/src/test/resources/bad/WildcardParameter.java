package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface WildcardParameter {
  int a(List<? extends Number> b); // RPC022: b[] is ? extends java.lang.Number, a wildcard
}
