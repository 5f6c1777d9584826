package good;

import io.callbox.annotation.Durable;
import io.callbox.annotation.Idempotent;
import io.callbox.annotation.RemoteMethod;
import io.callbox.annotation.RemoteService;
import io.callbox.annotation.Sync;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Reports that take their time. */
@RemoteService
public interface Reports {

  /** Builds a report of a month. */
  @Durable(keep = "PT36H", attempts = 5, timeout = "PT0.5S")
  @Idempotent
  List<String> build(int month, String id);

  @Durable
  @RemoteMethod(name = "buildAll")
  CompletableFuture<Integer> build(int... channel);

  @Durable(sync = Sync.AOF)
  void archive() throws FullException;

  int count();

  final class FullException extends Exception {

    private static final long serialVersionUID = 1L;

    public FullException(String message) {
      super(message);
    }
  }
}
