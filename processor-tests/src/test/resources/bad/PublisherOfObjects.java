package bad;

import io.callbox.annotation.*;
import java.util.concurrent.Flow;

@RemoteService
public interface PublisherOfObjects {
  Flow.Publisher<Object> a(); // RPC020: the result is java.lang.Object, which may be anything
}
