package a;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;

/**
 * Calls a remote {@link Service} without waiting. Safe for use by many threads.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
final class ServiceAsyncStub {
  private final RpcChannel channel;

  private final CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  public ServiceAsyncStub(RpcChannel channel) {
    this(channel, CallOptions.DEFAULT);
  }

  private ServiceAsyncStub(RpcChannel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public ServiceAsyncStub withTimeout(Duration timeout) {
    return new ServiceAsyncStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public ServiceAsyncStub withHeader(String name, String value) {
    return new ServiceAsyncStub(channel, options.withHeader(name, value));
  }

  public CompletableFuture<Integer> a(int b) {
    return ServiceMarshaller.A.future(
        channel, ServiceMarshaller.paramsOfA(b), options);
  }
}
