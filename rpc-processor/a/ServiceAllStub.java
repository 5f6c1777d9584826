package a;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.Replies;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import javax.annotation.processing.Generated;

/**
 * Calls all that provide a {@link Service}. Safe for use by many threads.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
final class ServiceAllStub {
  private final RpcChannel channel;

  private final CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  public ServiceAllStub(RpcChannel channel) {
    this(channel, CallOptions.DEFAULT);
  }

  private ServiceAllStub(RpcChannel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public ServiceAllStub withTimeout(Duration timeout) {
    return new ServiceAllStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public ServiceAllStub withHeader(String name, String value) {
    return new ServiceAllStub(channel, options.withHeader(name, value));
  }

  public Replies<Integer> a(int b) {
    return ServiceMarshaller.A.all(
        channel, ServiceMarshaller.paramsOfA(b), options);
  }
}
