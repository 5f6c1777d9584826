package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;

/**
 * Calls a remote {@link Clashes.Inner} without waiting. Safe for use by many threads.
 */
@SuppressWarnings({"deprecation", "removal"})
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class Clashes_InnerAsyncStub {
  private final RpcChannel channel;

  private final CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  public Clashes_InnerAsyncStub(RpcChannel channel) {
    this(channel, CallOptions.DEFAULT);
  }

  private Clashes_InnerAsyncStub(RpcChannel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public Clashes_InnerAsyncStub withTimeout(Duration timeout) {
    return new Clashes_InnerAsyncStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public Clashes_InnerAsyncStub withHeader(String name, String value) {
    return new Clashes_InnerAsyncStub(channel, options.withHeader(name, value));
  }

  public CompletableFuture<Clashes.Inner.List> find(String key) {
    return Clashes_InnerMarshaller.FIND.future(
        channel, Clashes_InnerMarshaller.paramsOfFind(key), options);
  }

  public CompletableFuture<Void> put(String key, Clashes.Inner.List value) {
    return Clashes_InnerMarshaller.PUT.sendFuture(
        channel, Clashes_InnerMarshaller.paramsOfPut(key, value), options);
  }

  public CompletableFuture<Integer> service(int in_, int out_, int channel_, int options_,
      int members_, int out__) {
    return Clashes_InnerMarshaller.SERVICE2.future(
        channel, Clashes_InnerMarshaller.paramsOfService(in_, out_, channel_, options_, members_,
            out__), options);
  }

  public CompletableFuture<Clashes.Inner.JsonParser> readAll(
      Clashes.Inner.CallOptions[] hashCode, Clashes.Inner.ServiceParams params,
      Clashes.Inner.List responder_) {
    return Clashes_InnerMarshaller.READ_ALL.future(
        channel, Clashes_InnerMarshaller.paramsOfReadAll(hashCode, params, responder_), options);
  }

  public CompletableFuture<Clashes.Inner.List> readAll(
      Clashes.Inner.Nullables implementation_, String toString) {
    return Clashes_InnerMarshaller.READ_ALL2.future(
        channel, Clashes_InnerMarshaller.paramsOfReadAll2(implementation_, toString), options);
  }

  public CompletableFuture<Void> method(int method, int b, int c) {
    return Clashes_InnerMarshaller.METHOD.future(
        channel, Clashes_InnerMarshaller.paramsOfMethod(method, b, c), options);
  }
}
