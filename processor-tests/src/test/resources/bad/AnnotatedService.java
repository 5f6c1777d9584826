package bad;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.callbox.annotation.RemoteService;

@RemoteService
@JsonInclude(JsonInclude.Include.NON_NULL) // RPC046: @JsonInclude on AnnotatedService has no effect, as the interface itself does not travel; put it on the types that do
public interface AnnotatedService {
  int a();
}
