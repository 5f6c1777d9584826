package io.callbox.micrometer;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcException;
import io.callbox.testing.Talk;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.time.Await;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Observations of calls over a real Redis. */
@CallboxTest
final class ObservedCallsTest {

  private static final String TRACE = "trace";

  private final ObservationRegistry registry = ObservationRegistry.create();
  private final List<Observation.Context> ended = new CopyOnWriteArrayList<>();

  /** Propagates a trace as Micrometer Tracing's handlers do, and keeps what has ended. */
  private final class Tracing implements ObservationHandler<Observation.Context> {

    @Override
    public boolean supportsContext(Observation.Context context) {
      return true;
    }

    @Override
    public void onStart(Observation.Context context) {
      if (context instanceof SenderContext<?> sent) {
        inject(sent);
      } else if (context instanceof ReceiverContext<?> received) {
        extract(received);
      }
    }

    private <C> void inject(SenderContext<C> sent) {
      sent.getSetter().set(sent.getCarrier(), TRACE, "t1");
    }

    private <C> void extract(ReceiverContext<C> received) {
      String trace = received.getGetter().get(requireNonNull(received.getCarrier()), TRACE);
      received.put(TRACE, trace == null ? "none" : trace);
    }

    @Override
    public void onStop(Observation.Context context) {
      ended.add(context);
    }
  }

  private Talk.Stub talk(Nodes nodes, Talk implementation) {
    registry.observationConfig().observationHandler(new Tracing());
    RpcNode node =
        nodes.start(
            "talker",
            builder -> builder.intercept(ObservedCalls.in(registry)),
            new Talk.Skeleton(implementation));
    return new Talk.Stub(node.channelTo(node.id()));
  }

  private Observation.Context ended(String name) {
    Await.until("it has ended", () -> ended.stream().anyMatch(each -> name.equals(each.getName())));
    return ended.stream().filter(each -> name.equals(each.getName())).findFirst().orElseThrow();
  }

  @Test
  void bothSidesObserveACallAndTheTraceTravels(Nodes nodes) {
    assertEquals("x", talk(nodes, line -> line).say("x"));
    assertEquals("t1", ended("callbox.server").get(TRACE));
    for (Observation.Context each : List.of(ended("callbox.client"), ended("callbox.server"))) {
      assertEquals("Talk.say", each.getContextualName());
      assertEquals(Map.of("service", "Talk", "method", "say", "status", "OK"), low(each));
      assertNull(each.getError());
    }
  }

  private static Map<String, String> low(Observation.Context context) {
    Map<String, String> values = new HashMap<>();
    context
        .getLowCardinalityKeyValues()
        .forEach(each -> values.put(each.getKey(), each.getValue()));
    return values;
  }

  @Test
  void failureIsTheObservationsError(Nodes nodes) {
    Talk.Stub talk =
        talk(
            nodes,
            line -> {
              throw new IllegalStateException(line);
            });
    RpcException failed = assertThrows(RpcException.class, () -> talk.say("x"));
    assertSame(failed, ended("callbox.client").getError());
    assertEquals("APPLICATION", low(ended("callbox.server")).get("status"));
  }

  @Test
  void callbackRunsInTheObservationOfItsCaller(Nodes nodes) throws Exception {
    CompletableFuture<Void> release = new CompletableFuture<>();
    Talk.Stub talk =
        talk(
            nodes,
            line -> {
              release.orTimeout(20, TimeUnit.SECONDS).join();
              return line;
            });
    Observation order = Observation.start("order", registry);
    CompletableFuture<Observation> current;
    try (Observation.Scope scope = order.openScope()) {
      assertSame(order, scope.getCurrentObservation());
      current = talk.sayAsync("x").thenApply(said -> registry.getCurrentObservation());
    }
    assertNull(registry.getCurrentObservation());
    release.complete(null);
    assertSame(order, current.get(20, TimeUnit.SECONDS));
  }
}
