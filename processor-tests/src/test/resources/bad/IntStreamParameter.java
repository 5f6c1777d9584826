package bad;

import io.callbox.annotation.*;
import java.util.stream.*;

@RemoteService
public interface IntStreamParameter {
  void a(IntStream b); // RPC023: b is java.util.stream.IntStream, an interface that does not say what implements it; use java.util.List
}
