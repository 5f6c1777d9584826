package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService("rpc.Admin") // RPC005: 'rpc.Admin' is reserved by JSON-RPC
public interface ReservedServiceName {
  int a();
}
