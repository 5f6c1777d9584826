package io.callbox.node;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.internal.inspect.ShownRequest;
import io.callbox.transport.Backlog;
import io.callbox.transport.Chunk;
import io.callbox.transport.Delivery;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.Portion;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A request that a worker has taken and not answered: it runs, or is about to. Immutable. Its
 * caller has written {@code method}, {@code caller} and {@code request}: escape them before you
 * show them.
 *
 * @param worker the node that has taken it
 * @param method {@code Service.method}; empty if the request does not say
 * @param caller the node that calls; null if the request does not say
 * @param age the time since the caller sent it; zero if the request does not say
 * @param request the request, usually JSON, without the secrets of its id and its reply list
 */
public record HeldRequest(
    String worker, String method, @Nullable String caller, Duration age, String request) {

  /** The longest time for all workers together. */
  private static final Duration LONGEST = BrokerRequests.BOUND.multipliedBy(2);

  /**
   * Reads the requests that workers hold of some queues, the longest held first. It asks one worker
   * after the other and keeps no more than it returns, so the memory does not grow with the number
   * of workers.
   *
   * @param most the maximum number; there are fewer if requests are large, but at least one
   */
  static List<HeldRequest> of(Transport transport, List<QueueName> queues, int most) {
    List<HeldRequest> held = new ArrayList<>();
    LeaseStore leases = transport.leases();
    long end = transport.clock().nanoTime() + LONGEST.toNanos();
    for (QueueName queue : queues) {
      String problem = "no word of what workers hold of " + queue;
      List<Worker> workers =
          BrokerRequests.await(() -> leases.providers(queue), left(transport, end), problem);
      for (Worker worker : workers) {
        List<Delivery> deliveries =
            BrokerRequests.await(
                () -> leases.held(queue, worker, 0, most), left(transport, end), problem);
        add(worker, deliveries, transport.clock().millis(), held);
        keepLongestHeld(held, most);
      }
    }
    return List.copyOf(held);
  }

  /** Counts the requests that workers hold of some queues; asks for all of a queue at once. */
  static int count(Transport transport, List<QueueName> queues) {
    long end = transport.clock().nanoTime() + LONGEST.toNanos();
    int held = 0;
    for (QueueName queue : queues) {
      String problem = "no word of how much workers hold of " + queue;
      List<Worker> workers =
          BrokerRequests.await(
              () -> transport.leases().providers(queue), left(transport, end), problem);
      List<CompletableFuture<Backlog>> lengths =
          workers.stream()
              .map(worker -> transport.backlog(queue.taken(worker)).toCompletableFuture())
              .toList();
      held +=
          BrokerRequests.awaitAll(lengths, left(transport, end), problem).stream()
              .mapToInt(Backlog::length)
              .sum();
    }
    return held;
  }

  /** Returns the maximum time for one answer. */
  private static Duration left(Transport transport, long end) {
    long nanos = Math.max(0, end - transport.clock().nanoTime());
    return Duration.ofNanos(Math.min(nanos, BrokerRequests.BOUND.toNanos()));
  }

  /**
   * Removes the requests above the maximum number, and those behind {@link Portion#BYTES}
   * characters.
   */
  private static void keepLongestHeld(List<HeldRequest> held, int most) {
    held.sort(Comparator.comparing(HeldRequest::age).reversed());
    int kept = 0;
    long characters = 0;
    while (kept < Math.min(most, held.size()) && characters < Portion.BYTES) {
      characters += held.get(kept++).request().length();
    }
    held.subList(kept, held.size()).clear();
  }

  private static void add(
      Worker worker, List<Delivery> deliveries, long nowMillis, List<HeldRequest> held) {
    for (Delivery each : deliveries) {
      int[] bounds = each.boundsOfRequests();
      List<byte[]> requests =
          bounds == null ? List.of(each.message()) : Chunk.members(each.message(), bounds);
      requests.forEach(request -> held.add(of(worker, request, nowMillis)));
    }
  }

  private static HeldRequest of(Worker worker, byte[] message, long nowMillis) {
    ShownRequest shown = ShownRequest.of(message);
    long age = shown.sentAt() == 0 ? 0 : Math.max(0, nowMillis - shown.sentAt());
    return new HeldRequest(
        worker.node(), shown.method(), shown.caller(), Duration.ofMillis(age), shown.text());
  }
}
