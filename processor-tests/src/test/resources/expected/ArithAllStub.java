package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.Replies;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Calls all that provide a {@link Arith}. Safe for use by many threads.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class ArithAllStub {
  private final RpcChannel channel;

  private final CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  public ArithAllStub(RpcChannel channel) {
    this(channel, CallOptions.DEFAULT);
  }

  private ArithAllStub(RpcChannel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public ArithAllStub withTimeout(Duration timeout) {
    return new ArithAllStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public ArithAllStub withHeader(String name, String value) {
    return new ArithAllStub(channel, options.withHeader(name, value));
  }

  public Replies<Integer> multiply(int a, int b) {
    return ArithMarshaller.MULTIPLY.all(
        channel, ArithMarshaller.paramsOfMultiply(a, b), options);
  }

  public Replies<Arith.Quotient> divide(int a, int b) {
    return ArithMarshaller.DIVIDE.all(
        channel, ArithMarshaller.paramsOfDivide(a, b), options);
  }

  public Replies<Long> fibonacci(int n) {
    return ArithMarshaller.FIBONACCI.all(
        channel, ArithMarshaller.paramsOfFibonacci(n), options);
  }

  public Replies<Arith.Quotient> divideLater(int a, int b) {
    return ArithMarshaller.DIVIDE_LATER.all(
        channel, ArithMarshaller.paramsOfDivideLater(a, b), options);
  }

  public Replies<Void> warmUp() {
    return ArithMarshaller.WARM_UP.all(
        channel, ParamsWriter.NONE, options);
  }

  public Replies<Void> log(String line) {
    return ArithMarshaller.LOG.all(
        channel, ArithMarshaller.paramsOfLog(line), options);
  }

  public Replies<Integer> sum(List<Integer> numbers) {
    return ArithMarshaller.SUM_ALL.all(
        channel, ArithMarshaller.paramsOfSumAll(numbers), options);
  }

  public Replies<Void> reset() {
    return ArithMarshaller.RESET.all(
        channel, ParamsWriter.NONE, options);
  }
}
