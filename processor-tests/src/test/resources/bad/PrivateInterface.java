package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

final class PrivateInterface {
  @RemoteService
  private interface Hidden { // RPC002: Hidden is private, or within something private
    int a();
  }
}
