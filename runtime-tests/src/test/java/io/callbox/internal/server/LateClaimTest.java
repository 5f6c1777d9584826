package io.callbox.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.internal.lease.ForwardingLeases;
import io.callbox.node.RpcNode;
import io.callbox.testing.ScriptedService;
import io.callbox.testkit.forwarding.ForwardingTransport;
import io.callbox.testkit.time.Await;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.Namespace;
import io.callbox.transport.PushOptions;
import io.callbox.transport.QueueName;
import io.callbox.transport.memory.InMemoryTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Redis stands still, or a node does, between the look at a request's deadline and its claim. The
 * claim of its copy, which has run, ends with the deadline.
 */
@Timeout(60)
final class LateClaimTest {

  private static final QueueName QUEUE = Namespace.NONE.service("Counter");

  private final InMemoryTransport broker = new InMemoryTransport();
  private final AtomicInteger runs = new AtomicInteger();
  private final AtomicInteger claims = new AtomicInteger();
  private long deadline;
  private long pushes;

  @Test
  void copyWhoseClaimComesAfterTheDeadlineDoesNotRun() {
    ScriptedService counter = ScriptedService.named("Counter");
    counter.running(
        "increment",
        responder ->
            responder.succeed(
                runs.incrementAndGet(), (out, number) -> out.writeNumber(number.intValue())));
    try (RpcNode worker =
        RpcNode.builder("worker").transport(new SlowSecond(broker)).register(counter).start()) {
      deadline = broker.clock().millis() + 1_000;
      push();
      Await.until("it has run", () -> runs.get() == 1);
      push();
      Await.until("the copy has been claimed", () -> claims.get() == 2);
      Await.until("the copy has been seen to", () -> worker.stats().requestsInHand() == 0);
      assertEquals(1, runs.get());
    }
  }

  private void push() {
    byte[] request =
        Asker.request("7", "Counter.increment", "[]", ",\"deadline\":" + deadline)
            .getBytes(StandardCharsets.UTF_8);
    broker
        .push(QUEUE, List.of(request), new PushOptions(true, 10, "foreign", ++pushes))
        .toCompletableFuture()
        .join();
  }

  /** The second claim comes when the deadline has passed, and for longer than clocks differ. */
  private final class SlowSecond extends ForwardingTransport {

    SlowSecond(InMemoryTransport target) {
      super(target);
    }

    @Override
    public LeaseStore leases() {
      return new ForwardingLeases(broker.leases()) {
        @Override
        public CompletionStage<Boolean> claim(
            QueueName queue, String request, String claimant, Duration window) {
          if (claims.get() == 1) {
            Await.until("it is too late", () -> broker.clock().millis() > deadline + 6_000);
          }
          claims.incrementAndGet();
          return super.claim(queue, request, claimant, window);
        }
      };
    }
  }
}
