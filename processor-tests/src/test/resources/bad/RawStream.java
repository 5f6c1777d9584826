package bad;

import io.callbox.annotation.*;
import java.util.stream.*;

@RemoteService
public interface RawStream {
  @SuppressWarnings("rawtypes")
  Stream a(); // RPC021: the result is java.util.stream.Stream without type arguments
}
