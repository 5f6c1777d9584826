package bad;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.callbox.annotation.RemoteService;
import java.time.Instant;

@RemoteService
public interface FormattedParameter {
  int a(@JsonFormat(pattern = "yyyy") Instant b); // RPC046: @JsonFormat on b has no effect, as parameters are no members of an object of Jackson's; put it on a member of a record, and pass that
}
