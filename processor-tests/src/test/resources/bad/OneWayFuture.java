package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface OneWayFuture {
  @OneWay // RPC015: a has no reply that could carry a result; return void, or drop @OneWay
  CompletableFuture<Void> a();
}
