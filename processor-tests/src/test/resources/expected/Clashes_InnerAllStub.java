package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.Replies;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import javax.annotation.processing.Generated;

/**
 * Calls all that provide a {@link Clashes.Inner}. Safe for use by many threads.
 */
@SuppressWarnings({"deprecation", "removal"})
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class Clashes_InnerAllStub {
  private final RpcChannel channel;

  private final CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  public Clashes_InnerAllStub(RpcChannel channel) {
    this(channel, CallOptions.DEFAULT);
  }

  private Clashes_InnerAllStub(RpcChannel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public Clashes_InnerAllStub withTimeout(Duration timeout) {
    return new Clashes_InnerAllStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public Clashes_InnerAllStub withHeader(String name, String value) {
    return new Clashes_InnerAllStub(channel, options.withHeader(name, value));
  }

  public Replies<Clashes.Inner.List> find(String key) {
    return Clashes_InnerMarshaller.FIND.all(
        channel, Clashes_InnerMarshaller.paramsOfFind(key), options);
  }

  public Replies<Void> put(String key, Clashes.Inner.List value) {
    return Clashes_InnerMarshaller.PUT.all(
        channel, Clashes_InnerMarshaller.paramsOfPut(key, value), options);
  }

  public Replies<Integer> service(int in_, int out_, int channel_, int options_, int members_,
      int out__) {
    return Clashes_InnerMarshaller.SERVICE2.all(
        channel, Clashes_InnerMarshaller.paramsOfService(in_, out_, channel_, options_, members_,
            out__), options);
  }

  public Replies<Clashes.Inner.JsonParser> readAll(Clashes.Inner.CallOptions[] hashCode,
      Clashes.Inner.ServiceParams params, Clashes.Inner.List responder_) {
    return Clashes_InnerMarshaller.READ_ALL.all(
        channel, Clashes_InnerMarshaller.paramsOfReadAll(hashCode, params, responder_), options);
  }

  public Replies<Clashes.Inner.List> readAll(Clashes.Inner.Nullables implementation_,
      String toString) {
    return Clashes_InnerMarshaller.READ_ALL2.all(
        channel, Clashes_InnerMarshaller.paramsOfReadAll2(implementation_, toString), options);
  }

  public Replies<Void> method(int method, int b, int c) {
    return Clashes_InnerMarshaller.METHOD.all(
        channel, Clashes_InnerMarshaller.paramsOfMethod(method, b, c), options);
  }
}
