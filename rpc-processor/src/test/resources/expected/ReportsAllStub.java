package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ClientCalls;
import io.callbox.rpc.Replies;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Calls all that provide a {@link Reports}. Safe for use by many threads.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class ReportsAllStub {
  private final RpcChannel channel;

  private final CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  public ReportsAllStub(RpcChannel channel) {
    this(channel, CallOptions.DEFAULT);
  }

  private ReportsAllStub(RpcChannel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public ReportsAllStub withTimeout(Duration timeout) {
    return new ReportsAllStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public ReportsAllStub withHeader(String name, String value) {
    return new ReportsAllStub(channel, options.withHeader(name, value));
  }

  public Replies<List<String>> build(int month, String id) {
    return ClientCalls.all(
        channel,
        ReportsMarshaller.BUILD,
        out -> ReportsMarshaller.writeBuildParams(out, month, id),
        options);
  }

  public Replies<Integer> build(int... channel_) {
    return ClientCalls.all(
        channel,
        ReportsMarshaller.BUILD_ALL,
        out -> ReportsMarshaller.writeBuildAllParams(out, channel_),
        options);
  }

  public Replies<Void> archive() {
    return ClientCalls.all(
        channel,
        ReportsMarshaller.ARCHIVE,
        ReportsMarshaller::writeArchiveParams,
        options);
  }

  public Replies<Integer> count() {
    return ClientCalls.all(
        channel,
        ReportsMarshaller.COUNT,
        ReportsMarshaller::writeCountParams,
        options);
  }
}
