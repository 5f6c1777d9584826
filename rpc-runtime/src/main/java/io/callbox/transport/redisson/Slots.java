package io.callbox.transport.redisson;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether one command may touch keys of several slots. Not in a Redis Cluster; nor in a sharded
 * Redis behind one address, whose client does not know it: the first command that is refused tells.
 * A command is refused for its keys before it does anything. Safe for use by many threads.
 */
final class Slots {

  private static final Logger LOG = LoggerFactory.getLogger(Slots.class);
  private static final String REFUSED = "CROSSSLOT";

  private volatile boolean apart;

  /**
   * What is known at the start.
   *
   * @param cluster whether the client knows that it speaks to a Redis Cluster
   */
  Slots(boolean cluster) {
    this.apart = cluster;
  }

  /** Whether keys of several slots have to be touched apart, as far as is known. */
  boolean areApart() {
    return apart;
  }

  /**
   * Runs a command that touches keys of several slots, or what does the same in several steps.
   *
   * @param together the command
   * @param steps the steps, each of which touches one slot
   */
  <T> CompletionStage<T> run(
      Supplier<CompletionStage<T>> together, Supplier<CompletionStage<T>> steps) {
    if (apart) {
      return steps.get();
    }
    return together
        .get()
        .exceptionallyCompose(
            failure -> isRefusal(failure) ? steps.get() : CompletableFuture.failedFuture(failure));
  }

  /** Whether a command failed because its keys lie in several slots; if so, they are apart. */
  boolean isRefusal(Throwable failure) {
    boolean refused = isRefused(failure);
    if (refused && !apart) {
      apart = true;
      LOG.info(
          "Redis is sharded behind one address: a reply and its acknowledgment take two commands");
    }
    return refused;
  }

  private static boolean isRefused(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      if (cause instanceof RedisException && message != null && message.startsWith(REFUSED)) {
        return true;
      }
    }
    return false;
  }
}
