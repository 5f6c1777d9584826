package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ParamsWriter;
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
    return ReportsMarshaller.BUILD.all(
        channel, ReportsMarshaller.paramsOfBuild(month, id), options);
  }

  public Replies<Integer> build(int... channel_) {
    return ReportsMarshaller.BUILD_ALL.all(
        channel, ReportsMarshaller.paramsOfBuildAll(channel_), options);
  }

  public Replies<Void> archive() {
    return ReportsMarshaller.ARCHIVE.all(
        channel, ParamsWriter.NONE, options);
  }

  public Replies<Integer> count() {
    return ReportsMarshaller.COUNT.all(
        channel, ParamsWriter.NONE, options);
  }
}
