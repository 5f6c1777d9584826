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
 * Says to which shard of a spread service a push goes. A client stays with one for ten
 * milliseconds, so that its calls leave, and come back, together as if there were one queue; other
 * clients are at others meanwhile. Shards are passed by whose master does not answer, and those
 * that nobody took from a moment ago. While a push hangs, requests take another lane.
 *
 * <p>Costs a look at an empty map where no service is spread. Safe for use by many threads.
 */
final class ShardChoice {

  /** For so long a shard is passed by that nobody takes from, or whose master has failed. */
  private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

  /** A push that has been under way for longer hangs. */
  private static final long HANGS_NANOS = Duration.ofMillis(100).toNanos();

  /** How long a client stays with a shard: for many times what a call takes. */
  private static final long STAY_NANOS = Duration.ofMillis(10).toNanos();

  private static final int MOST_LANES = 8;

  private final Function<QueueName, List<QueueName>> shardsOf;
  private final LongSupplier nanoTime;
  private final long start;

  /** Until when shards are passed by. */
  private final Map<QueueName, Long> passedBy = new ConcurrentHashMap<>();

  /** Since when a push is under way, by its lane and by its shard. */
  private final Map<Object, Long> underWay = new ConcurrentHashMap<>();

  /**
   * A choice.
   *
   * @param caller who calls: clients begin at different shards
   * @param shardsOf gives the shards of a queue, itself the first; none if there is that queue
   *     alone
   * @param nanoTime this machine's ticks
   */
  ShardChoice(String caller, Function<QueueName, List<QueueName>> shardsOf, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.start = caller.hashCode();
    this.shardsOf = shardsOf;
  }

  /** The shards of a queue, itself the first; none if there is that queue alone. */
  List<QueueName> shardsOf(QueueName queue) {
    return shardsOf.apply(queue);
  }

  /** The lane in which a request is to leave that takes this way. */
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

  /** Where a push goes that begins now. */
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

  /** A push has ended, with this failure if it is not null. */
  void end(Route lane, QueueName shard, @Nullable Throwable failure) {
    underWay.remove(lane);
    underWay.remove(shard);
    if (failure != null) {
      passBy(shard);
    }
  }

  /** Others take from the service's own queue. */
  void passBy(QueueName shard) {
    passedBy.put(shard, nanoTime.getAsLong() + PAUSE_NANOS);
  }
}
