package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public enum AnnotatedEnum {} // RPC001: AnnotatedEnum is not an interface
