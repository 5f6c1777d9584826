package io.callbox.internal.server;

import io.callbox.internal.registry.SpreadServices;
import io.callbox.transport.NodeStore.Spread;
import io.callbox.transport.QueueName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A shard at which a server looks.
 *
 * @param shard its queue
 * @param number its number among those of its service, at least 1
 * @param spread how its service is spread
 */
record ShardLook(QueueName shard, int number, Spread spread) {

  /** Returns the current and former shards of these services, without the services' own queues. */
  static List<ShardLook> all(List<String> services, SpreadServices spreads) {
    Map<String, Spread> known = spreads.known();
    List<ShardLook> looks = new ArrayList<>();
    for (String service : services) {
      Spread spread = known.get(service);
      if (spread != null) {
        addAll(looks, spreads.queuesOf(service), spread);
      }
    }
    return looks;
  }

  private static void addAll(List<ShardLook> looks, List<QueueName> queues, Spread spread) {
    for (int number = 1; number < queues.size(); number++) {
      looks.add(new ShardLook(queues.get(number), number, spread));
    }
  }
}
