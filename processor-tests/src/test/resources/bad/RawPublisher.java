package bad;

import io.callbox.annotation.*;
import java.util.concurrent.Flow;

@RemoteService
public interface RawPublisher {
  @SuppressWarnings("rawtypes")
  Flow.Publisher a(); // RPC021: the result is java.util.concurrent.Flow.Publisher without type arguments
}
