package bad;

import io.callbox.annotation.*;
import java.util.stream.*;

@RemoteService
public interface DurableStream {
  @Durable // RPC056: a gives a stream, which is not kept; give a list, or drop @Durable
  Stream<String> a();
}
