package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;

/**
 * Calls a remote {@link Arith} without waiting. Safe for use by many threads.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class ArithAsyncStub {
  private final RpcChannel channel;

  private final CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  public ArithAsyncStub(RpcChannel channel) {
    this(channel, CallOptions.DEFAULT);
  }

  private ArithAsyncStub(RpcChannel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public ArithAsyncStub withTimeout(Duration timeout) {
    return new ArithAsyncStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public ArithAsyncStub withHeader(String name, String value) {
    return new ArithAsyncStub(channel, options.withHeader(name, value));
  }

  public CompletableFuture<Integer> multiply(int a, int b) {
    return ArithMarshaller.MULTIPLY.future(
        channel, ArithMarshaller.paramsOfMultiply(a, b), options);
  }

  public CompletableFuture<Arith.Quotient> divide(int a, int b) {
    return ArithMarshaller.DIVIDE.future(
        channel, ArithMarshaller.paramsOfDivide(a, b), options);
  }

  public CompletableFuture<Long> fibonacci(int n) {
    return ArithMarshaller.FIBONACCI.future(
        channel, ArithMarshaller.paramsOfFibonacci(n), options);
  }

  public CompletableFuture<Arith.Quotient> divideLater(int a, int b) {
    return ArithMarshaller.DIVIDE_LATER.future(
        channel, ArithMarshaller.paramsOfDivideLater(a, b), options);
  }

  public CompletableFuture<Void> warmUp() {
    return ArithMarshaller.WARM_UP.future(
        channel, ParamsWriter.NONE, options);
  }

  public CompletableFuture<Void> log(String line) {
    return ArithMarshaller.LOG.sendFuture(
        channel, ArithMarshaller.paramsOfLog(line), options);
  }

  public CompletableFuture<Integer> sum(List<Integer> numbers) {
    return ArithMarshaller.SUM_ALL.future(
        channel, ArithMarshaller.paramsOfSumAll(numbers), options);
  }

  public CompletableFuture<Void> reset() {
    return ArithMarshaller.RESET.future(
        channel, ParamsWriter.NONE, options);
  }
}
