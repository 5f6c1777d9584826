package io.callbox.micrometer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.testing.Count;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.time.Await;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A stream is one call for meters and observations, which ends when the stream does. */
final class StreamMetersTest {

  private final Nodes nodes = Nodes.inMemory();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final ObservationRegistry observations = ObservationRegistry.create();
  private final List<Observation.Context> ended = new CopyOnWriteArrayList<>();
  private final Set<Observation> current = ConcurrentHashMap.newKeySet();

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  void streamIsTimedToItsEndAndCountedWhileItIsOpen() {
    CallMeters meters = CallMeters.in(registry);
    RpcNode server =
        nodes.start(
            "server",
            node -> node.intercept(meters),
            new Count.Skeleton(end -> IntStream.range(0, end).boxed()));
    RpcNode client = nodes.start("client", node -> node.intercept(meters));
    new NodeMeters(server).bindTo(registry);
    try (Stream<Integer> numbers = new Count.Stub(client.channelTo("server")).to(1_000)) {
      Iterator<Integer> each = numbers.iterator();
      each.next();
      assertEquals(1, registry.get("callbox.node.streams").gauge().value());
      assertEquals(1, registry.get("callbox.client.waiting").gauge().value());
      assertEquals(1, registry.get("callbox.server.running").gauge().value());
      each.forEachRemaining(number -> {});
    }
    for (String side : List.of("client", "server")) {
      Await.until("it is timed", () -> ended("callbox." + side + ".calls") == 1);
    }
    Await.until("none is open", () -> registry.get("callbox.node.streams").gauge().value() == 0);
    assertEquals(0, registry.get("callbox.client.waiting").gauge().value());
    assertEquals(0, registry.get("callbox.server.running").gauge().value());
  }

  private long ended(String name) {
    Timer timer = registry.find(name).tags("method", "to", "status", "OK").timer();
    return timer == null ? 0 : timer.count();
  }

  @Test
  void itemsArePulledInTheObservationOfTheirStream() {
    observations
        .observationConfig()
        .observationHandler(
            new ObservationHandler<Observation.Context>() {
              @Override
              public boolean supportsContext(Observation.Context context) {
                return true;
              }

              @Override
              public void onStop(Observation.Context context) {
                ended.add(context);
              }
            });
    Count counting =
        end ->
            IntStream.range(0, end)
                .mapToObj(
                    number -> {
                      current.add(observations.getCurrentObservation());
                      return number;
                    });
    nodes.start("server", this::observed, new Count.Skeleton(counting));
    RpcNode client = nodes.start("client", this::observed);
    assertEquals(100, new Count.Stub(client.channelTo("server")).to(100).toList().size());
    Await.until("both have ended", () -> ended.size() == 2);
    assertEquals(1, current.size());
    Observation.Context served =
        ended.stream()
            .filter(each -> "callbox.server".equals(each.getName()))
            .findFirst()
            .orElseThrow();
    assertSame(served, current.iterator().next().getContext());
  }

  private RpcNodeBuilder observed(RpcNodeBuilder node) {
    return node.intercept(ObservedCalls.in(observations));
  }
}
