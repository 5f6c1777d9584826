package bad;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.callbox.annotation.RemoteService;
import java.time.Instant;

@RemoteService
public interface DataboundSubtype {
  int a(Event b); // RPC036: b is bad.DataboundSubtype.Event, of which a subtype is no plain object or is left to Jackson's databind, which does not know the subtypes; name them with @JsonTypeInfo and @JsonSubTypes

  sealed interface Event {}

  record Login(@JsonFormat(pattern = "yyyy") Instant at) implements Event {}
}
