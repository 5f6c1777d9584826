package parts;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.RpcChannel;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import javax.annotation.processing.Generated;

/**
 * Calls a remote {@link Part} and waits for it. Safe for use by many threads.
 */
@Singleton
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class PartStub implements Part {
  private final RpcChannel channel;

  private final CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  @Inject
  public PartStub(RpcChannel channel) {
    this(channel, CallOptions.DEFAULT);
  }

  private PartStub(RpcChannel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public PartStub withTimeout(Duration timeout) {
    return new PartStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public PartStub withHeader(String name, String value) {
    return new PartStub(channel, options.withHeader(name, value));
  }

  @Override
  public int a(int b) {
    return PartMarshaller.A.await(
        channel, PartMarshaller.paramsOfA(b), options);
  }
}
