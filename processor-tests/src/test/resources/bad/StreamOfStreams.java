package bad;

import io.callbox.annotation.*;
import java.util.stream.*;

@RemoteService
public interface StreamOfStreams {
  Stream<Stream<String>> a(); // RPC055: the result is java.util.stream.Stream<java.lang.String>, but only
}
