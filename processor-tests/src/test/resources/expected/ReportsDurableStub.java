package good;

import io.callbox.annotation.Sync;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.DurableOptions;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Submits durable calls of a remote {@link Reports}. Safe for use by many threads.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class ReportsDurableStub {
  private final RpcChannel channel;

  private final DurableOptions options;

  /**
   * Calls go through {@code channel}.
   */
  public ReportsDurableStub(RpcChannel channel) {
    this(channel, DurableOptions.DEFAULT);
  }

  private ReportsDurableStub(RpcChannel channel, DurableOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy of whose calls each run may take this long.
   */
  public ReportsDurableStub withTimeout(Duration timeout) {
    return new ReportsDurableStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public ReportsDurableStub withHeader(String name, String value) {
    return new ReportsDurableStub(channel, options.withHeader(name, value));
  }

  /**
   * A copy whose calls have this id.
   */
  public ReportsDurableStub withId(String id) {
    return new ReportsDurableStub(channel, options.withId(id));
  }

  /**
   * A copy whose calls fail if their id is taken, rather than join the other.
   */
  public ReportsDurableStub orFail() {
    return new ReportsDurableStub(channel, options.orFailing());
  }

  /**
   * A copy whose calls wait this long.
   */
  public ReportsDurableStub after(Duration delay) {
    return new ReportsDurableStub(channel, options.after(delay));
  }

  /**
   * A copy whose calls wait until this time.
   */
  public ReportsDurableStub at(Instant time) {
    return new ReportsDurableStub(channel, options.at(time));
  }

  /**
   * A copy whose calls have to be there before their submission is answered.
   */
  public ReportsDurableStub withSync(Sync sync) {
    return new ReportsDurableStub(channel, options.withSync(sync));
  }

  /**
   * A copy whose methods return at once: their handles tell when the call is accepted.
   */
  public ReportsDurableStub async() {
    return new ReportsDurableStub(channel, options.submittingAsync());
  }

  public CallHandle<List<String>> build(int month, String id) {
    return ReportsMarshaller.BUILD.submit(
        channel, ReportsMarshaller.paramsOfBuild(month, id), options);
  }

  /**
   * The call of {@code build} that has this id.
   */
  public CallHandle<List<String>> attachBuild(String id) {
    return ReportsMarshaller.BUILD.attach(channel, id);
  }

  public CallHandle<Integer> build(int... channel_) {
    return ReportsMarshaller.BUILD_ALL.submit(
        channel, ReportsMarshaller.paramsOfBuildAll(channel_), options);
  }

  /**
   * The call of {@code build} that has this id.
   */
  public CallHandle<Integer> attachBuildAll(String id) {
    return ReportsMarshaller.BUILD_ALL.attach(channel, id);
  }

  public CallHandle<Void> archive() {
    return ReportsMarshaller.ARCHIVE.submit(
        channel, ParamsWriter.NONE, options);
  }

  /**
   * The call of {@code archive} that has this id.
   */
  public CallHandle<Void> attachArchive(String id) {
    return ReportsMarshaller.ARCHIVE.attach(channel, id);
  }
}
