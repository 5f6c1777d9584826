package bad;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.callbox.annotation.RemoteService;
import java.time.Instant;

@RemoteService
public interface LeftToDatabind {
  int a(Box b); // RPC034: b is Box, which has @JsonFormat: generated code does not keep to that, so Jackson's databind reads and writes it, by reflection; take it away, or pass a record made for the purpose

  record Box(@JsonFormat(pattern = "yyyy") Instant at) {}
}
