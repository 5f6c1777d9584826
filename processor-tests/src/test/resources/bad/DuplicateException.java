package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface DuplicateException {
  int a() throws java.util.concurrent.TimeoutException, TimeoutException; // RPC042: a throws two exceptions called TimeoutException
}

@SuppressWarnings("serial")
class TimeoutException extends Exception {}
