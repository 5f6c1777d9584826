package bad;

import io.callbox.annotation.*;
import java.util.stream.*;

@RemoteService
public interface StreamParameter {
  void a(Stream<String> b); // RPC055: b is java.util.stream.Stream<java.lang.String>, but only a method's result itself can be a stream; use java.util.List
}
