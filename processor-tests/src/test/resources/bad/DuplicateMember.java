package bad;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.callbox.annotation.*;

@RemoteService
public interface DuplicateMember {
  int a(Box b);

  record Box(int x, @JsonProperty("x") int y) {} // RPC033: b has two members called 'x' on the wire; rename one
}
