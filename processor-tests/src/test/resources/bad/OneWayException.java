package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface OneWayException {
  @OneWay // RPC016: a has no reply that could carry an exception
  void a() throws java.io.IOException;
}
