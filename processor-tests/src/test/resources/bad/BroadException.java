package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface BroadException {
  int a() throws Exception; // RPC040: a throws Exception, which may be anything
}
