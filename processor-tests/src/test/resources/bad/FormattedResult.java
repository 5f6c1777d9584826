package bad;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.callbox.annotation.RemoteService;
import java.time.Instant;

@RemoteService
public interface FormattedResult {
  @JsonFormat(pattern = "yyyy") // RPC046: @JsonFormat on a has no effect, as Jackson does not call it; put it on a member of a record, and return that
  Instant a();
}
