package io.callbox.internal.client;

import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the shard of a spread service for a push. A client stays with one shard for ten
 * milliseconds, so that its calls leave and come back together, as with one queue; other clients
 * use other shards meanwhile. It skips shards whose master does not answer, and shards that had no
 * provider a moment ago. While a push hangs, requests use another lane.
 *
 * <p>If no service is spread, it costs one look at an empty map. Safe for use by many threads.
 */
final class ShardChoice {

  /** How long to skip a shard without a provider, or whose master has failed. */
  private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

  /** A push that has been under way for longer than this hangs. */
  private static final long HANGS_NANOS = Duration.ofMillis(100).toNanos();

  /** How long a client stays with a shard: many times the duration of a call. */
  private static final long STAY_NANOS = Duration.ofMillis(10).toNanos();

  private static final int MOST_LANES = 8;

  private final Function<QueueName, List<QueueName>> shardsOf;
  private final LongSupplier nanoTime;
  private final long start;

  /** The time until which a shard is skipped. */
  private final Map<QueueName, Long> passedBy = new ConcurrentHashMap<>();

  /** The start of the push under way, by lane and by shard. */
  private final Map<Object, Long> underWay = new ConcurrentHashMap<>();

  /**
   * Creates a choice.
   *
   * @param caller the calling node; clients begin at different shards
   * @param shardsOf returns the shards of a queue, the queue itself first; none if it is not spread
   * @param nanoTime this machine's ticks
   */
  ShardChoice(String caller, Function<QueueName, List<QueueName>> shardsOf, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.start = caller.hashCode();
    this.shardsOf = shardsOf;
  }

  /** Returns the shards of a queue, the queue itself first; none if it is not spread. */
  List<QueueName> shardsOf(QueueName queue) {
    return shardsOf.apply(queue);
  }

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

  /** Begins a push, and returns its shard. */
  QueueName begin(Route lane, List<QueueName> shards) {
    QueueName shard = next(shards);
    long now = nanoTime.getAsLong();
    underWay.put(lane, now);
    underWay.put(shard, now);
    return shard;
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

  private boolean hangs(Object laneOrShard) {
    Long since = underWay.get(laneOrShard);
    return since != null && nanoTime.getAsLong() - since > HANGS_NANOS;
  }

  /** Ends a push; {@code failure} is null if it succeeded. */
  void end(Route lane, QueueName shard, @Nullable Throwable failure) {
    underWay.remove(lane);
    underWay.remove(shard);
    if (failure != null) {
      passBy(shard);
    }
  }

  /** Skips a shard without a provider; the service's own queue has providers. */
  void passBy(QueueName shard) {
    passedBy.put(shard, nanoTime.getAsLong() + PAUSE_NANOS);
  }
}
