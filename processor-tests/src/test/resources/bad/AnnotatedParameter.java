package bad;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.callbox.annotation.RemoteService;

@RemoteService
public interface AnnotatedParameter {
  int a(@JsonProperty("c") int b); // RPC046: @JsonProperty on b has no effect, as parameters are no members of an object of Jackson's; name it with @Param
}
