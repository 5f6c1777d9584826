package bad;

import io.callbox.annotation.RemoteService;
import java.util.concurrent.Future;

@RemoteService
public interface StageParameter {
  int a(Future<String> b); // RPC026: b is java.util.concurrent.Future<java.lang.String>, but only a method's result itself can be a future; name the value's type
}
