package bad;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.callbox.annotation.*;
import java.time.Instant;

@RemoteService
public interface UnsupportedAnnotation {
  int a(Box b); // RPC034: b is Box, which uses Jackson's @JsonFormat, which generated code does not keep to

  record Box(@JsonFormat(pattern = "yyyy") Instant at) {}
}
