package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public record AnnotatedRecord(int a) {} // RPC001: AnnotatedRecord is not an interface
