package bad;

import io.callbox.annotation.RemoteService;
import java.util.ArrayList;
import java.util.List;

@RemoteService
public interface FinalField {
  int a(Order b);

  class Order {
    public long id;
    public final List<String> lines = new ArrayList<>(); // RPC039: b.lines is a final field that no constructor takes, so that it would be written and lost on the way; give it a setter, let it not be final, take it in the constructor, or mark it @JsonIgnore
  }
}
