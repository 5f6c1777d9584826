package io.callbox.micrometer;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.node.QueueStats;
import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The meters of the queues that a node takes from. All meters that are read within two seconds
 * share one answer of Redis; if Redis does not answer, their value is NaN. Safe for use by many
 * threads.
 */
final class QueueMeters {

  private static final long KEPT_NANOS = Duration.ofSeconds(2).toNanos();

  private final RpcNode node;

  @GuardedBy("this")
  private List<QueueStats> latest;

  @GuardedBy("this")
  private long askedNanos;

  private QueueMeters(RpcNode node, List<QueueStats> first) {
    this.node = node;
    this.latest = first;
    this.askedNanos = System.nanoTime();
  }

  /** Registers the meters of a node's queues, which it must be able to ask for now. */
  static void register(RpcNode node, MeterRegistry registry) {
    List<QueueStats> first = node.queues();
    QueueMeters meters = new QueueMeters(node, first);
    for (QueueStats queue : first) {
      Tags tags = Tags.of("node", node.id(), "queue", queue.queue());
      register(
          registry,
          "callbox.queue.length",
          tags,
          () -> meters.of(queue.queue(), QueueStats::length));
      register(
          registry,
          "callbox.queue.oldest",
          tags,
          () -> meters.of(queue.queue(), each -> each.oldest().toMillis() / 1e3));
    }
  }

  private interface Figure {
    double now();
  }

  /**
   * Registers a gauge. It holds the figure strongly, because no other object holds what the queues'
   * meters share.
   */
  private static void register(MeterRegistry registry, String name, Tags tags, Figure figure) {
    Gauge.builder(name, figure, Figure::now).tags(tags).strongReference(true).register(registry);
  }

  private double of(String queue, ToDoubleFunction<QueueStats> figure) {
    return latest().stream()
        .filter(each -> each.queue().equals(queue))
        .mapToDouble(figure)
        .findFirst()
        .orElse(Double.NaN);
  }

  /**
   * Returns the latest answer. Guard against race between two readers: one of them asks for both.
   */
  private synchronized List<QueueStats> latest() {
    if (System.nanoTime() - askedNanos > KEPT_NANOS) {
      latest = ask();
      askedNanos = System.nanoTime();
    }
    return latest;
  }

  private List<QueueStats> ask() {
    try {
      return node.queues();
    } catch (RpcException unavailable) {
      return List.of();
    }
  }
}
