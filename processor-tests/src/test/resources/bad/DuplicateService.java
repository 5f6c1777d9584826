package bad;

import io.callbox.annotation.*;

public interface DuplicateService {
  @RemoteService("x")
  interface One {
    int a();
  }

  @RemoteService("x")
  interface Two { // RPC043: another interface of this compilation is called 'x' on the wire
    int a();
  }
}
