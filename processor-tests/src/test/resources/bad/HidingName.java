package bad;

import io.callbox.annotation.*;

@RemoteService
public interface HidingName { // RPC049: generated code cannot get past the name 'io'
  int io = 1;

  int a();
}
