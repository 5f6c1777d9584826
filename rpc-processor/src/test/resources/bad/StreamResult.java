package bad;

import io.callbox.annotation.RemoteService;
import java.util.stream.Stream;

@RemoteService
public interface StreamResult {
  Stream<String> a(); // RPC023: the result is java.util.stream.Stream<java.lang.String>, an interface that does not say what implements it; use java.util.List
}
