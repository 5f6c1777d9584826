package io.callbox.internal.registry;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.internal.wire.EpochMillis;
import io.callbox.registry.SpreadService;
import io.callbox.transport.Namespace;
import io.callbox.transport.NodeStore;
import io.callbox.transport.NodeStore.Spread;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The services of a namespace that are spread over several queues, as one node knows them. The
 * heartbeat reads the list. Two nodes may know different lists: a shard accepts requests only while
 * a provider has a lease on it.
 *
 * <p>Safe for use by many threads.
 */
public final class SpreadServices {

  private static final Duration BOUND = Duration.ofSeconds(5);

  private final NodeStore store;
  private final Namespace namespace;

  private volatile Map<String, Spread> known = Map.of();

  /**
   * All shards that there ever were of the known services; written before the listener is called.
   */
  private volatile Map<String, List<QueueName>> queues = Map.of();

  /** Receives the shards of the services that have several, by the service's own queue. */
  private volatile Consumer<Map<QueueName, List<QueueName>>> listener = shards -> {};

  SpreadServices(NodeStore store, Namespace namespace) {
    this.store = store;
    this.namespace = namespace;
  }

  /**
   * Sets a listener, which is called whenever the shards change over which calls are spread. Call
   * it before any shards are known.
   *
   * @param newListener receives the shards of each service that has several, by its own queue
   */
  public void listen(Consumer<Map<QueueName, List<QueueName>>> newListener) {
    listener = newListener;
  }

  /** Returns all queues in which requests for a service may wait, its own queue first. */
  public List<QueueName> queuesOf(String service) {
    List<QueueName> all = queues.get(service);
    return all == null ? List.of(namespace.service(service)) : all;
  }

  /** Returns the shards of services that are or were spread, by name, as far as this node knows. */
  public Map<String, Spread> known() {
    return known;
  }

  /**
   * Sets the number of shards over which a service is spread.
   *
   * @throws IllegalArgumentException if it is fewer than one, or more than there can be
   */
  public void spread(String service, int count) {
    if (count < 1 || count > QueueName.MOST_SHARDS) {
      throw new IllegalArgumentException(
          "a service has 1 to " + QueueName.MOST_SHARDS + " shards, got " + count);
    }
    BrokerRequests.await(() -> store.spread(service, count), BOUND, service + " may not be spread");
  }

  /** Asks the broker for all services that are or were spread. */
  public List<SpreadService> ask() {
    update(BrokerRequests.await(store::spreads, BOUND, "no word of spread services"));
    return known.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> spreadService(each.getKey(), each.getValue()))
        .toList();
  }

  private static SpreadService spreadService(String service, Spread spread) {
    Instant since = EpochMillis.instant(spread.sinceMillis());
    return new SpreadService(service, spread.shards(), spread.most(), since);
  }

  /** Applies an answer of the broker. If two threads have asked, either has a true answer. */
  void update(Map<String, Spread> told) {
    if (told.equals(known)) {
      return;
    }
    Map<String, List<QueueName>> all = new HashMap<>();
    Map<QueueName, List<QueueName>> now = new HashMap<>();
    told.forEach(
        (service, spread) -> {
          List<QueueName> ever = namespace.shards(service, spread.most());
          all.put(service, ever);
          if (spread.shards() > 1) {
            now.put(ever.get(0), ever.subList(0, spread.shards()));
          }
        });
    queues = Map.copyOf(all);
    known = Map.copyOf(told);
    listener.accept(Map.copyOf(now));
  }
}
