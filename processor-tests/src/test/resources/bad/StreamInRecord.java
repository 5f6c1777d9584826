package bad;

import io.callbox.annotation.*;
import java.util.concurrent.Flow;

@RemoteService
public interface StreamInRecord {
  record Page(
      Flow.Publisher<String> lines) {} // RPC055: the result.lines is java.util.concurrent.Flow.Publisher<java.lang.String>, but only a method's result itself can be a stream; use java.util.List, or give the stream by a method of its own

  Page a();
}
