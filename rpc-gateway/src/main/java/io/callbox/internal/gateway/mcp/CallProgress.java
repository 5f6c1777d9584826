package io.callbox.internal.gateway.mcp;

import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallStatus;
import io.callbox.rpc.RpcException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The progress of one call: for a durable call, the progress that its implementation reports; for
 * any other call, the seconds since its start. One thread at a time asks; another thread may set
 * the durable call.
 */
final class CallProgress {

  private static final Logger LOG = LoggerFactory.getLogger(CallProgress.class);

  private volatile @Nullable CallHandle<?> durable;
  private volatile boolean awaitsDurable;

  /** The last value, because the next value must be greater. Used by the thread that asks. */
  private long last;

  /**
   * A progress report.
   *
   * @param done the amount that is done, in units of the implementation, or in seconds
   * @param total the total amount; 0 if unknown
   * @param text a description of the current work
   */
  record Said(long done, long total, String text) {}

  /**
   * Notes that a durable call will follow. Until then there is no progress, because seconds would
   * be greater than its first report.
   */
  void awaitDurable() {
    awaitsDurable = true;
  }

  /** Sets the durable call. */
  void follow(CallHandle<?> handle) {
    durable = handle;
  }

  /** Returns new progress at this number of seconds after the start; may wait for Redis. */
  Optional<Said> since(long seconds) {
    CallHandle<?> handle = durable;
    Optional<Said> said = handle == null ? plain(seconds) : asked(handle);
    Optional<Said> more = said.filter(each -> each.done() > last);
    more.ifPresent(each -> last = each.done());
    return more;
  }

  private Optional<Said> plain(long seconds) {
    return awaitsDurable
        ? Optional.empty()
        : Optional.of(new Said(seconds, 0, "under way for " + seconds + " s"));
  }

  private static Optional<Said> asked(CallHandle<?> handle) {
    try {
      CallStatus.Progress progress = handle.status().progress();
      return progress == null
          ? Optional.empty()
          : Optional.of(new Said(progress.done(), progress.total(), progress.text()));
    } catch (RpcException unreachable) {
      LOG.debug("no word of a durable call", unreachable);
      return Optional.empty();
    }
  }
}
