package bad;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.callbox.annotation.RemoteService;

@RemoteService
public interface GenericGetter {
  int a(Box b);

  class Box {
    @JsonIgnore public Object content = 1;

    @SuppressWarnings("unchecked")
    public <T> T getAs() { // RPC047: b.as is T, a type parameter of the method itself, so that it has no type of its own; name the type, or keep it back with @JsonIgnore
      return (T) content;
    }
  }
}
