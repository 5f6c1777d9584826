package bad;

import io.callbox.annotation.*;
import java.util.stream.*;

@RemoteService
public interface IntStreamResult {
  IntStream a(); // RPC023: the result is java.util.stream.IntStream, an interface that does not say what implements it; use java.util.stream.Stream<Integer>
}
