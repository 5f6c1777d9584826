package bad;

import io.callbox.annotation.RemoteService;
import java.util.Date;

@RemoteService
public interface JavaUtilDate {
  int a(Date b); // RPC024: b is java.util.Date, a class that does not say what travels; use java.time.Instant
}
