package bad;

import io.callbox.annotation.*;
import java.util.concurrent.Flow;

@RemoteService
public interface PublisherOfWildcard {
  Flow.Publisher<? extends Number> a(); // RPC022: the result is ? extends java.lang.Number, a wildcard
}
