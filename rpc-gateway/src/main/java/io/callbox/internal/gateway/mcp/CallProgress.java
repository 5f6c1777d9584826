package io.callbox.internal.gateway.mcp;

import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallStatus;
import io.callbox.rpc.RpcException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far one call has come: of a durable call, what its implementation says; of any other, for how
 * many seconds it has been under way. Asked by one thread at a time; followed by another.
 */
final class CallProgress {

  private static final Logger LOG = LoggerFactory.getLogger(CallProgress.class);

  private volatile @Nullable CallHandle<?> durable;

  /** What was said last, as what follows has to be more. Used by the thread that asks. */
  private long last;

  /**
   * What there is to say.
   *
   * @param done how much is done, in units of the implementation's, or seconds
   * @param total how much there is to do; 0 if that is not known
   * @param text what is being done
   */
  record Said(long done, long total, String text) {}

  /** From now on, the call is this durable one. */
  void follow(CallHandle<?> handle) {
    durable = handle;
  }

  /** What is new, so many seconds after the start; may wait for Redis. */
  Optional<Said> since(long seconds) {
    CallHandle<?> handle = durable;
    Optional<Said> said =
        handle == null
            ? Optional.of(new Said(seconds, 0, "under way for " + seconds + " s"))
            : asked(handle);
    Optional<Said> more = said.filter(each -> each.done() > last);
    more.ifPresent(each -> last = each.done());
    return more;
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
