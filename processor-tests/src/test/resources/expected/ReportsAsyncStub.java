package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;

/**
 * Calls a remote {@link Reports} without waiting. Safe for use by many threads.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class ReportsAsyncStub {
  private final RpcChannel channel;

  private final CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  public ReportsAsyncStub(RpcChannel channel) {
    this(channel, CallOptions.DEFAULT);
  }

  private ReportsAsyncStub(RpcChannel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public ReportsAsyncStub withTimeout(Duration timeout) {
    return new ReportsAsyncStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public ReportsAsyncStub withHeader(String name, String value) {
    return new ReportsAsyncStub(channel, options.withHeader(name, value));
  }

  public CompletableFuture<List<String>> build(int month, String id) {
    return ReportsMarshaller.BUILD.future(
        channel, ReportsMarshaller.paramsOfBuild(month, id), options);
  }

  public CompletableFuture<Integer> build(int... channel_) {
    return ReportsMarshaller.BUILD_ALL.future(
        channel, ReportsMarshaller.paramsOfBuildAll(channel_), options);
  }

  public CompletableFuture<Void> archive() {
    return ReportsMarshaller.ARCHIVE.future(
        channel, ParamsWriter.NONE, options);
  }

  public CompletableFuture<Integer> count() {
    return ReportsMarshaller.COUNT.future(
        channel, ParamsWriter.NONE, options);
  }
}
