package parts;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Calls a remote {@link Part} without waiting. Safe for use by many threads.
 */
@Component
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class PartAsyncStub {
  private final RpcChannel channel;

  private final CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  @Autowired
  public PartAsyncStub(RpcChannel channel) {
    this(channel, CallOptions.DEFAULT);
  }

  private PartAsyncStub(RpcChannel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public PartAsyncStub withTimeout(Duration timeout) {
    return new PartAsyncStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public PartAsyncStub withHeader(String name, String value) {
    return new PartAsyncStub(channel, options.withHeader(name, value));
  }

  public CompletableFuture<Integer> a(int b) {
    return PartMarshaller.A.future(
        channel, PartMarshaller.paramsOfA(b), options);
  }
}
