package a;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import javax.annotation.processing.Generated;

/**
 * Calls a remote {@link Service} and waits for it. Safe for use by many threads.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
final class ServiceStub implements Service {
  private final RpcChannel channel;

  private final CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  public ServiceStub(RpcChannel channel) {
    this(channel, CallOptions.DEFAULT);
  }

  private ServiceStub(RpcChannel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public ServiceStub withTimeout(Duration timeout) {
    return new ServiceStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public ServiceStub withHeader(String name, String value) {
    return new ServiceStub(channel, options.withHeader(name, value));
  }

  @Override
  public int a(int b) {
    return ServiceMarshaller.A.await(
        channel, ServiceMarshaller.paramsOfA(b), options);
  }
}
