package io.callbox.internal.server;

import io.callbox.transport.BrokerClock;
import io.callbox.transport.QueueName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The stage of each shard that a server has used or tried. For use by one thread. */
final class ShardStages {

  private final BrokerClock clock;
  private final Map<QueueName, Stage> stages = new LinkedHashMap<>();

  ShardStages(BrokerClock clock) {
    this.clock = clock;
  }

  /** The step of a shard, and its start in this machine's ticks. */
  record Stage(Step step, long sinceNanos) {}

  /** The relation of a server to a shard. */
  enum Step {
    /** The server takes from it. */
    TAKEN,
    /** The server no longer takes from it, but answers to takes may be under way. */
    ENDING,
    /** The server looks at it from time to time. */
    LEFT,
    /** The broker does not allow this node to take from it; the server tries from time to time. */
    DENIED
  }

  /** Returns the stage of a shard; null if the server has not begun with it. */
  @Nullable Stage get(QueueName shard) {
    return stages.get(shard);
  }

  /** Notes that a shard is at a step from now on. */
  void move(QueueName shard, Step step) {
    stages.put(shard, new Stage(step, clock.nanoTime()));
  }

  /** Returns the shards at these steps, in the order in which the server began with them. */
  List<QueueName> at(Step... steps) {
    Set<Step> wanted = Set.of(steps);
    List<QueueName> shards = new ArrayList<>();
    stages.forEach(
        (shard, stage) -> {
          if (wanted.contains(stage.step)) {
            shards.add(shard);
          }
        });
    return shards;
  }
}
