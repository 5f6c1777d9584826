package bad;

import io.callbox.annotation.*;

public interface DuplicateClass {
  @RemoteService
  interface Greeter {
    int a();
  }

  @RemoteService
  interface GreeterAsync { // RPC048: bad.DuplicateClass_GreeterAsyncStub would be generated for both DuplicateClass.Greeter and DuplicateClass.GreeterAsync; rename one of these interfaces
    int a();
  }
}
