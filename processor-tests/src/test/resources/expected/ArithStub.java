package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;

/**
 * Calls a remote {@link Arith} and waits for it. Safe for use by many threads.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class ArithStub implements Arith {
  private final RpcChannel channel;

  private final CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  public ArithStub(RpcChannel channel) {
    this(channel, CallOptions.DEFAULT);
  }

  private ArithStub(RpcChannel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public ArithStub withTimeout(Duration timeout) {
    return new ArithStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public ArithStub withHeader(String name, String value) {
    return new ArithStub(channel, options.withHeader(name, value));
  }

  @Override
  public int multiply(int a, int b) {
    return ArithMarshaller.MULTIPLY.await(
        channel, ArithMarshaller.paramsOfMultiply(a, b), options);
  }

  @Override
  public Arith.Quotient divide(int a, int b) throws Arith.DivideByZeroException {
    return ArithMarshaller.DIVIDE.await(
        channel, ArithMarshaller.paramsOfDivide(a, b), options);
  }

  @Override
  public long fibonacci(int n) {
    return ArithMarshaller.FIBONACCI.await(
        channel, ArithMarshaller.paramsOfFibonacci(n), options);
  }

  @Override
  public CompletableFuture<Arith.Quotient> divideLater(int a, int b) throws
      Arith.DivideByZeroException {
    return ArithMarshaller.DIVIDE_LATER.future(
        channel, ArithMarshaller.paramsOfDivideLater(a, b), options);
  }

  @Override
  public CompletableFuture<Void> warmUp() {
    return ArithMarshaller.WARM_UP.future(
        channel, ParamsWriter.NONE, options);
  }

  @Override
  public void log(String line) {
    ArithMarshaller.LOG.send(
        channel, ArithMarshaller.paramsOfLog(line), options);
  }

  @Override
  public int sum(List<Integer> numbers) {
    return ArithMarshaller.SUM_ALL.await(
        channel, ArithMarshaller.paramsOfSumAll(numbers), options);
  }

  @Override
  public void reset() {
    ArithMarshaller.RESET.await(
        channel, ParamsWriter.NONE, options);
  }
}
