package io.callbox.internal.client.push;

import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the shard of a spread service for a push. A client stays with one shard for ten
 * milliseconds, so that its calls leave and come back together, as with one queue; other clients
 * use other shards meanwhile. It skips shards whose master does not answer, and shards that had no
 * provider a moment ago. While a push hangs, requests use another lane.
 *
 * <p>Calls to services that are not spread do not come here. Safe for use by many threads.
 */
final class ShardChoice {

  /** The time for which a shard without a provider, or whose master has failed, is skipped. */
  private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

  /** A push that has been under way for longer than this hangs. */
  static final Duration HANGS = Duration.ofMillis(100);

  private static final long HANGS_NANOS = HANGS.toNanos();

  /** The time that a client stays with a shard: many times the duration of a call. */
  private static final long STAY_NANOS = Duration.ofMillis(10).toNanos();

  private static final int MOST_LANES = 8;

  private final LongSupplier nanoTime;
  private final long start;

  /** The time until which a shard is skipped. */
  private final Map<QueueName, Long> passedBy = new ConcurrentHashMap<>();

  /** The pushes that are under way: one in a lane, but any number to a shard. */
  private final Map<Route, Push> underWay = new ConcurrentHashMap<>();

  /**
   * Creates a choice.
   *
   * @param caller the calling node; clients begin at different shards
   * @param nanoTime this machine's ticks
   */
  ShardChoice(String caller, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.start = caller.hashCode();
  }

  /** The shard of a push, and its start, in this machine's ticks. */
  private record Push(QueueName shard, long sinceNanos) {}

  /** Returns the lane for a request on this route. */
  Route lane(Route route) {
    if (underWay.isEmpty()) {
      return route;
    }
    Route lane = route;
    for (int number = 1; number < MOST_LANES && hangs(lane); number++) {
      lane = route.lane(number);
    }
    return lane;
  }

  /** Returns the lanes whose pushes hang. */
  List<Route> hanging() {
    return underWay.keySet().stream().filter(this::hangs).toList();
  }

  /** Returns whether a push is under way. */
  boolean isAnyUnderWay() {
    return !underWay.isEmpty();
  }

  /** Begins a push, and returns its shard. */
  QueueName begin(Route lane, List<QueueName> shards) {
    QueueName shard = next(shards);
    goesTo(lane, shard);
    return shard;
  }

  /** Notes that the push that is under way in a lane goes to this shard from now on. */
  void goesTo(Route lane, QueueName shard) {
    underWay.put(lane, new Push(shard, nanoTime.getAsLong()));
  }

  private QueueName next(List<QueueName> shards) {
    long first = start + Math.floorDiv(nanoTime.getAsLong(), STAY_NANOS);
    for (int turn = 0; turn < shards.size(); turn++) {
      QueueName shard = shards.get((int) Math.floorMod(first + turn, (long) shards.size()));
      if (!isPassedBy(shard) && !hangs(shard)) {
        return shard;
      }
    }
    return shards.get(0);
  }

  private boolean isPassedBy(QueueName shard) {
    Long end = passedBy.get(shard);
    return end != null && end - nanoTime.getAsLong() > 0;
  }

  private boolean hangs(Route lane) {
    Push push = underWay.get(lane);
    return push != null && hangs(push);
  }

  private boolean hangs(QueueName shard) {
    for (Push push : underWay.values()) {
      if (push.shard.equals(shard) && hangs(push)) {
        return true;
      }
    }
    return false;
  }

  private boolean hangs(Push push) {
    return nanoTime.getAsLong() - push.sinceNanos > HANGS_NANOS;
  }

  /** Ends the push in a lane; {@code failure} is null if it succeeded. */
  void end(Route lane, @Nullable Throwable failure) {
    Push push = underWay.remove(lane);
    if (push != null && failure != null) {
      passBy(push.shard);
    }
  }

  /** Skips a shard without a provider; the service's own queue has providers. */
  void passBy(QueueName shard) {
    passedBy.put(shard, nanoTime.getAsLong() + PAUSE_NANOS);
  }
}
