package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ClientCalls;
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
    return ClientCalls.future(
        channel,
        ArithMarshaller.MULTIPLY,
        out -> ArithMarshaller.writeMultiplyParams(out, a, b),
        options);
  }

  public CompletableFuture<Arith.Quotient> divide(int a, int b) {
    return ClientCalls.future(
        channel,
        ArithMarshaller.DIVIDE,
        out -> ArithMarshaller.writeDivideParams(out, a, b),
        options);
  }

  public CompletableFuture<Long> fibonacci(int n) {
    return ClientCalls.future(
        channel,
        ArithMarshaller.FIBONACCI,
        out -> ArithMarshaller.writeFibonacciParams(out, n),
        options);
  }

  public CompletableFuture<Arith.Quotient> divideLater(int a, int b) {
    return ClientCalls.future(
        channel,
        ArithMarshaller.DIVIDE_LATER,
        out -> ArithMarshaller.writeDivideLaterParams(out, a, b),
        options);
  }

  public CompletableFuture<Void> warmUp() {
    return ClientCalls.future(
        channel,
        ArithMarshaller.WARM_UP,
        ArithMarshaller::writeWarmUpParams,
        options);
  }

  public CompletableFuture<Void> log(String line) {
    return ClientCalls.sendFuture(
        channel,
        ArithMarshaller.LOG,
        out -> ArithMarshaller.writeLogParams(out, line),
        options);
  }

  public CompletableFuture<Integer> sum(List<Integer> numbers) {
    return ClientCalls.future(
        channel,
        ArithMarshaller.SUM_ALL,
        out -> ArithMarshaller.writeSumAllParams(out, numbers),
        options);
  }

  public CompletableFuture<Void> reset() {
    return ClientCalls.future(
        channel,
        ArithMarshaller.RESET,
        ArithMarshaller::writeResetParams,
        options);
  }
}
