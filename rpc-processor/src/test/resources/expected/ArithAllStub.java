package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ClientCalls;
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
    return ClientCalls.all(
        channel,
        ArithMarshaller.MULTIPLY,
        out -> ArithMarshaller.writeMultiplyParams(out, a, b),
        options);
  }

  public Replies<Arith.Quotient> divide(int a, int b) {
    return ClientCalls.all(
        channel,
        ArithMarshaller.DIVIDE,
        out -> ArithMarshaller.writeDivideParams(out, a, b),
        options);
  }

  public Replies<Long> fibonacci(int n) {
    return ClientCalls.all(
        channel,
        ArithMarshaller.FIBONACCI,
        out -> ArithMarshaller.writeFibonacciParams(out, n),
        options);
  }

  public Replies<Arith.Quotient> divideLater(int a, int b) {
    return ClientCalls.all(
        channel,
        ArithMarshaller.DIVIDE_LATER,
        out -> ArithMarshaller.writeDivideLaterParams(out, a, b),
        options);
  }

  public Replies<Void> warmUp() {
    return ClientCalls.all(
        channel,
        ArithMarshaller.WARM_UP,
        ArithMarshaller::writeWarmUpParams,
        options);
  }

  public Replies<Void> log(String line) {
    return ClientCalls.all(
        channel,
        ArithMarshaller.LOG,
        out -> ArithMarshaller.writeLogParams(out, line),
        options);
  }

  public Replies<Integer> sum(List<Integer> numbers) {
    return ClientCalls.all(
        channel,
        ArithMarshaller.SUM_ALL,
        out -> ArithMarshaller.writeSumAllParams(out, numbers),
        options);
  }

  public Replies<Void> reset() {
    return ClientCalls.all(
        channel,
        ArithMarshaller.RESET,
        ArithMarshaller::writeResetParams,
        options);
  }
}
