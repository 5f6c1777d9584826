package io.callbox.internal.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.registry.PauseMode;
import io.callbox.registry.PausedService;
import io.callbox.transport.Namespace;
import io.callbox.transport.NodeStore;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The paused services of a namespace, as one node knows them. The heartbeat reads the list, and a
 * node that serves also reads it at once when a hint says that the list has changed. Only the list
 * in the broker counts.
 *
 * <p>Safe for use by many threads.
 */
public final class PausedServices {

  private static final Duration BOUND = Duration.ofSeconds(5);
  private static final String HINT = "{\"event\":\"paused\"}";

  private final NodeStore store;
  private final Transport transport;
  private final QueueName events;
  private final String node;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /**
   * The number of hints under way. Guard against race between hints that come close together: one
   * read is under way at a time.
   */
  private final AtomicInteger hints = new AtomicInteger();

  private volatile Map<String, PausedService> paused = Map.of();
  private Transport.@Nullable Listening listening;

  PausedServices(Transport transport, Namespace namespace, String node) {
    this.store = transport.members(namespace);
    this.transport = transport;
    this.events = namespace.nodeEvents();
    this.node = node;
  }

  /**
   * Returns the pause of a service, as far as this node knows; null if the service is not paused.
   */
  public @Nullable PausedService get(String service) {
    Map<String, PausedService> known = paused;
    return known.isEmpty() ? null : known.get(service);
  }

  /** Returns all paused services, as far as this node knows. */
  public Collection<PausedService> known() {
    return paused.values();
  }

  /** Adds a listener that runs whenever a service is paused or resumed. */
  public void listen(Runnable listener) {
    listeners.add(listener);
  }

  /** Returns the names of all paused services, as far as this node knows. */
  public Set<String> names() {
    return paused.keySet();
  }

  /** Returns the services paused in the mode {@link PauseMode#REFUSE}, as far as is known. */
  public Set<String> refusing() {
    return known().stream()
        .filter(each -> each.callers() == PauseMode.REFUSE)
        .map(PausedService::service)
        .collect(Collectors.toSet());
  }

  /** Returns the message for callers of a paused service. */
  public static String refusal(String service) {
    return service + " is paused";
  }

  /** Pauses a service. If the service is paused already, the latest mode applies. */
  public void pause(String service, PauseMode callers) {
    Instant now = Instant.ofEpochMilli(transport.clock().millis());
    byte[] how = PauseJson.write(new PausedService(service, callers, now, node));
    BrokerRequests.await(() -> store.pause(service, how), BOUND, service + " may not be paused");
    tell();
  }

  /** Ends a pause. Returns whether there was one. */
  public boolean resume(String service) {
    boolean resumed =
        BrokerRequests.await(() -> store.resume(service), BOUND, service + " may not be resumed");
    tell();
    return resumed;
  }

  /** Asks the broker for all paused services. */
  public List<PausedService> ask() {
    update(BrokerRequests.await(store::paused, BOUND, "no word of paused services"));
    return List.copyOf(paused.values());
  }

  private void tell() {
    transport.signal(events, HINT.getBytes(UTF_8));
  }

  /**
   * Subscribes to hints, so that this node learns of changes at once and not only with the next
   * heartbeat.
   */
  public void hear() {
    listening =
        transport.listen(
            events,
            message -> {
              if (new String(message, UTF_8).startsWith(HINT)) {
                hint();
              }
            });
  }

  private void hint() {
    if (hints.getAndIncrement() == 0) {
      read();
    }
  }

  private void read() {
    hints.set(1);
    store
        .paused()
        .whenComplete(
            (told, failure) -> {
              if (failure == null) {
                update(told);
              }
              if (hints.getAndSet(0) > 1) { // the answer may lack a change that came meanwhile
                hint();
              }
            });
  }

  /** Applies the list from the broker. */
  void update(Map<String, byte[]> told) {
    if (told.isEmpty() && paused.isEmpty()) {
      return;
    }
    Map<String, PausedService> now = new TreeMap<>();
    told.forEach((service, how) -> now.put(service, PauseJson.read(service, how)));
    if (!now.equals(paused)) {
      paused = now;
      listeners.forEach(Runnable::run);
    }
  }

  void close() {
    if (listening != null) {
      listening.close();
    }
  }
}
