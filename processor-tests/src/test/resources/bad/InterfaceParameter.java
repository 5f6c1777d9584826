package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface InterfaceParameter {
  int a(Comparable<String> b); // RPC023: b is java.lang.Comparable<java.lang.String>, an interface that does not say what implements it
}
