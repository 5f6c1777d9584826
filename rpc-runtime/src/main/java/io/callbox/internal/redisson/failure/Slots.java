package io.callbox.internal.redisson.failure;

import io.callbox.transport.QueueName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows whether one command may use keys of several slots. It may not in a Redis Cluster, and not
 * in a sharded Redis behind one address. A client of the latter does not know this in advance, and
 * learns it from the first command that Redis refuses. Such a command has had no effect. Safe for
 * use by many threads.
 */
public final class Slots {

  private static final Logger LOG = LoggerFactory.getLogger(Slots.class);
  private static final String REFUSED = "CROSSSLOT";

  private volatile boolean apart;

  /**
   * Creates it with this knowledge.
   *
   * @param cluster whether the client knows that it talks to a Redis Cluster
   */
  public Slots(boolean cluster) {
    this.apart = cluster;
  }

  /** Returns whether keys of several slots need separate commands, as far as is known. */
  public boolean areApart() {
    return apart;
  }

  /**
   * Runs a command that uses keys of several slots, or steps with the same effect.
   *
   * @param together the command
   * @param steps the steps, each with keys of one slot
   */
  public <T> CompletionStage<T> run(
      Supplier<CompletionStage<T>> together, Supplier<CompletionStage<T>> steps) {
    if (apart) {
      return steps.get();
    }
    return together
        .get()
        .exceptionallyCompose(
            failure -> isRefusal(failure) ? steps.get() : CompletableFuture.failedFuture(failure));
  }

  /**
   * Handles all queues in one step, or each queue in a step of its own.
   *
   * @param step handles some queues; one of several steps must not need another's result
   */
  public <T> CompletionStage<List<T>> forEach(
      List<QueueName> queues, Function<List<QueueName>, CompletionStage<List<T>>> step) {
    return run(() -> step.apply(queues), () -> oneByOne(queues, step));
  }

  private static <T> CompletionStage<List<T>> oneByOne(
      List<QueueName> queues, Function<List<QueueName>, CompletionStage<List<T>>> step) {
    CompletionStage<List<T>> all = CompletableFuture.completedFuture(List.of());
    for (QueueName queue : queues) {
      all = all.thenCombine(step.apply(List.of(queue)), Slots::joined);
    }
    return all;
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> joined = new ArrayList<>(first);
    joined.addAll(second);
    return joined;
  }

  /**
   * Returns whether a command failed because its keys lie in several slots; if so, remembers this.
   */
  public boolean isRefusal(Throwable failure) {
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
