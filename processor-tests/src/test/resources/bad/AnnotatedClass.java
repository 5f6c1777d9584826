package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public abstract class AnnotatedClass { // RPC001: AnnotatedClass is not an interface; put @RemoteService on an interface
  abstract int a();
}
