package io.callbox.internal.server;

import io.callbox.internal.registry.SpreadServices;
import io.callbox.internal.server.service.ServiceTable;
import io.callbox.transport.QueueName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The queues from which a server takes. Safe for use by many threads.
 *
 * @param services the services that it serves
 * @param spread knows the shards of services
 * @param inbox the queue of its node
 */
record ServedQueues(ServiceTable services, SpreadServices spread, QueueName inbox) {

  /** Returns the queues from which the server always takes: each service's own, and the inbox. */
  List<QueueName> always() {
    List<QueueName> queues = new ArrayList<>(services.queues());
    queues.add(inbox);
    return queues;
  }

  /** Returns the queues of some services, with all possible shards. */
  Set<QueueName> of(Collection<String> names) {
    return names.stream()
        .flatMap(name -> services.shardsOf(name).stream())
        .collect(Collectors.toSet());
  }

  /** Returns all queues, each service's with its current and former shards. */
  List<List<QueueName>> withShards() {
    List<List<QueueName>> queues = new ArrayList<>();
    services.services().forEach(each -> queues.add(spread.queuesOf(each.name())));
    queues.add(List.of(inbox));
    return queues;
  }
}
