package good;

import io.callbox.annotation.Idempotent;
import io.callbox.annotation.OneWay;
import io.callbox.annotation.Param;
import io.callbox.annotation.RemoteMethod;
import io.callbox.annotation.RemoteService;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Sums for <b>everyone</b>. */
@RemoteService
public interface Arith {

  /**
   * Multiplies {@code a} and {@link Integer b}.
   *
   * @param a the first
   *     factor
   * @param b the second
   * @return the product
   */
  int multiply(int a, int b);

  Quotient divide(int a, int b) throws DivideByZeroException;

  @Idempotent
  long fibonacci(int n);

  CompletableFuture<Quotient> divideLater(int a, int b) throws DivideByZeroException;

  CompletableFuture<Void> warmUp();

  @OneWay
  void log(@Param("text") String line);

  @RemoteMethod(name = "sumAll", timeout = "1500ms")
  int sum(List<Integer> numbers);

  @RemoteMethod(timeout = "2m")
  void reset();

  default int square(int a) {
    return multiply(a, a);
  }

  static Arith none() {
    return null;
  }

  record Quotient(int quotient, int remainder) {}

  final class DivideByZeroException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int dividend;

    public DivideByZeroException(String message, int dividend) {
      super(message);
      this.dividend = dividend;
    }

    public int dividend() {
      return dividend;
    }
  }
}
