package bad;

import io.callbox.annotation.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@RemoteService
public interface RemoteExceptionThrown {
  int a() throws java.rmi.RemoteException; // RPC040: a throws RemoteException, which may be anything
}
