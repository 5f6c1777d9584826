package io.callbox.internal.client;

import io.callbox.transport.Chunk;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Says to which shard of a spread service a call goes. It stays with one for as many calls as may
 * leave together, so that spreading does not make chunks smaller; and leaves a shard alone for a
 * while that nobody served. Safe for use by many threads.
 */
final class ShardChoice {

  private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

  private final Function<QueueName, List<QueueName>> shardsOf;
  private final AtomicInteger calls;
  private final Map<Route, Routes> routes = new ConcurrentHashMap<>();

  /** Until when shards are left alone. */
  private final Map<QueueName, Long> unserved = new ConcurrentHashMap<>();

  /**
   * A choice.
   *
   * @param caller who calls: clients begin at different shards
   * @param shardsOf gives the shards of a queue, the same list while they are the same; none if
   *     there is that queue alone
   */
  ShardChoice(String caller, Function<QueueName, List<QueueName>> shardsOf) {
    this.calls = new AtomicInteger(caller.hashCode());
    this.shardsOf = shardsOf;
  }

  /** The ways to the shards of a service, as it is spread now. */
  private record Routes(List<QueueName> shards, List<Route> routes) {

    static Routes of(Route home, List<QueueName> shards) {
      return new Routes(shards, shards.stream().map(home::toShard).toList());
    }
  }

  /** Where the next call goes that is to take this way. */
  Route next(Route home) {
    List<QueueName> shards = shardsOf.apply(home.queue());
    if (shards.isEmpty()) {
      return home;
    }
    int turn = Math.floorMod(calls.getAndIncrement() / Chunk.MOST, shards.size());
    return isUnserved(shards.get(turn)) ? home : routes(home, shards).routes.get(turn);
  }

  private Routes routes(Route home, List<QueueName> shards) {
    Routes known = routes.get(home);
    if (known == null || known.shards != shards) {
      known = Routes.of(home, shards);
      routes.put(home, known);
    }
    return known;
  }

  private boolean isUnserved(QueueName shard) {
    if (unserved.isEmpty()) {
      return false;
    }
    Long end = unserved.get(shard);
    return end != null && end - System.nanoTime() > 0;
  }

  /** Nobody takes from a shard: others do from the service's own queue. */
  void leaveAlone(QueueName shard) {
    unserved.put(shard, System.nanoTime() + PAUSE_NANOS);
  }

  /** How many requests may wait in a shard if so many may in all. */
  int bound(QueueName home, int most) {
    int shards = Math.max(1, shardsOf.apply(home).size());
    return (most + shards - 1) / shards;
  }
}
