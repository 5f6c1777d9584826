package good;

import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;

/**
 * Calls a remote {@link Clashes.Inner} and waits for it. Safe for use by many threads.
 */
@SuppressWarnings({"deprecation", "removal"})
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class Clashes_InnerStub implements Clashes.Inner {
  private final RpcChannel channel;

  private final io.callbox.rpc.CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  public Clashes_InnerStub(RpcChannel channel) {
    this(channel, io.callbox.rpc.CallOptions.DEFAULT);
  }

  private Clashes_InnerStub(RpcChannel channel, io.callbox.rpc.CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public Clashes_InnerStub withTimeout(Duration timeout) {
    return new Clashes_InnerStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public Clashes_InnerStub withHeader(String name, String value) {
    return new Clashes_InnerStub(channel, options.withHeader(name, value));
  }

  @java.lang.Override
  public Clashes.Inner.List find(String key) {
    return Clashes_InnerMarshaller.FIND.await(
        channel, Clashes_InnerMarshaller.paramsOfFind(key), options);
  }

  @java.lang.Override
  public void put(String key, Clashes.Inner.List value) {
    Clashes_InnerMarshaller.PUT.send(
        channel, Clashes_InnerMarshaller.paramsOfPut(key, value), options);
  }

  @java.lang.Override
  public int service(int in_, int out_, int channel_, int options_, int members_, int out__) {
    return Clashes_InnerMarshaller.SERVICE2.await(
        channel, Clashes_InnerMarshaller.paramsOfService(in_, out_, channel_, options_, members_,
            out__), options);
  }

  @java.lang.Override
  public CompletableFuture<Clashes.Inner.JsonParser> readAll(
      Clashes.Inner.CallOptions[] hashCode, Clashes.Inner.ServiceParams params,
      Clashes.Inner.List responder_) {
    return Clashes_InnerMarshaller.READ_ALL.future(
        channel, Clashes_InnerMarshaller.paramsOfReadAll(hashCode, params, responder_), options);
  }

  @java.lang.Override
  public Clashes.Inner.List readAll(Clashes.Inner.Nullables implementation_,
      String toString) {
    return Clashes_InnerMarshaller.READ_ALL2.await(
        channel, Clashes_InnerMarshaller.paramsOfReadAll2(implementation_, toString), options);
  }

  @java.lang.Override
  public void method(int method, int b, int c) {
    Clashes_InnerMarshaller.METHOD.await(
        channel, Clashes_InnerMarshaller.paramsOfMethod(method, b, c), options);
  }
}
