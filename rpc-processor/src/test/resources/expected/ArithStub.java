package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ClientCalls;
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
    return ClientCalls.await(
        channel,
        ArithMarshaller.MULTIPLY,
        out -> ArithMarshaller.writeMultiplyParams(out, a, b),
        options);
  }

  @Override
  public Arith.Quotient divide(int a, int b) throws Arith.DivideByZeroException {
    return ClientCalls.await(
        channel,
        ArithMarshaller.DIVIDE,
        out -> ArithMarshaller.writeDivideParams(out, a, b),
        options);
  }

  @Override
  public long fibonacci(int n) {
    return ClientCalls.await(
        channel,
        ArithMarshaller.FIBONACCI,
        out -> ArithMarshaller.writeFibonacciParams(out, n),
        options);
  }

  @Override
  public CompletableFuture<Arith.Quotient> divideLater(int a, int b) throws
      Arith.DivideByZeroException {
    return ClientCalls.future(
        channel,
        ArithMarshaller.DIVIDE_LATER,
        out -> ArithMarshaller.writeDivideLaterParams(out, a, b),
        options);
  }

  @Override
  public CompletableFuture<Void> warmUp() {
    return ClientCalls.future(
        channel,
        ArithMarshaller.WARM_UP,
        ArithMarshaller::writeWarmUpParams,
        options);
  }

  @Override
  public void log(String line) {
    ClientCalls.send(
        channel,
        ArithMarshaller.LOG,
        out -> ArithMarshaller.writeLogParams(out, line),
        options);
  }

  @Override
  public int sum(List<Integer> numbers) {
    return ClientCalls.await(
        channel,
        ArithMarshaller.SUM_ALL,
        out -> ArithMarshaller.writeSumAllParams(out, numbers),
        options);
  }

  @Override
  public void reset() {
    ClientCalls.await(
        channel,
        ArithMarshaller.RESET,
        ArithMarshaller::writeResetParams,
        options);
  }
}
