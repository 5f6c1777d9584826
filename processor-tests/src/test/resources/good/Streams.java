package good;

import io.callbox.annotation.Idempotent;
import io.callbox.annotation.RemoteMethod;
import io.callbox.annotation.RemoteService;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/** Gives many results, one after the other. */
@RemoteService
public interface Streams {

  /**
   * Follows a file.
   *
   * @return each line that is added
   */
  Flow.Publisher<Line> tail(String file);

  @Idempotent
  @RemoteMethod(timeout = "1m")
  Stream<Integer> count(int from, int to);

  Stream<List<Line>> pages() throws MissingException;

  record Line(int number, String text) {}

  final class MissingException extends Exception {
    private static final long serialVersionUID = 1L;

    public MissingException(String message) {
      super(message);
    }
  }
}
