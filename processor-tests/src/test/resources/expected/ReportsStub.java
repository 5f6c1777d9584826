package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;

/**
 * Calls a remote {@link Reports} and waits for it. Safe for use by many threads.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class ReportsStub implements Reports {
  private final RpcChannel channel;

  private final CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  public ReportsStub(RpcChannel channel) {
    this(channel, CallOptions.DEFAULT);
  }

  private ReportsStub(RpcChannel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public ReportsStub withTimeout(Duration timeout) {
    return new ReportsStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public ReportsStub withHeader(String name, String value) {
    return new ReportsStub(channel, options.withHeader(name, value));
  }

  @Override
  public List<String> build(int month, String id) {
    return ReportsMarshaller.BUILD.await(
        channel, ReportsMarshaller.paramsOfBuild(month, id), options);
  }

  @Override
  public CompletableFuture<Integer> build(int... channel_) {
    return ReportsMarshaller.BUILD_ALL.future(
        channel, ReportsMarshaller.paramsOfBuildAll(channel_), options);
  }

  @Override
  public void archive() throws Reports.FullException {
    ReportsMarshaller.ARCHIVE.await(
        channel, ParamsWriter.NONE, options);
  }

  @Override
  public int count() {
    return ReportsMarshaller.COUNT.await(
        channel, ParamsWriter.NONE, options);
  }
}
