package io.callbox.internal.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.internal.wire.ErrorBody;
import io.callbox.internal.wire.PartialRequest;
import io.callbox.internal.wire.Slice;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.testkit.time.VirtualClock;
import io.callbox.transport.Delivery;
import io.callbox.transport.LeaseStore.Ended;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A node died, and what was handed over to it cannot be put back at once. */
final class NodeThatIsBackTest {

  private static final Duration LEASE = Duration.ofSeconds(5);
  private static final Worker SELF = new Worker("heir", "1");
  private static final Worker DEAD = new Worker("dead", "1");
  private static final QueueName INBOX = Namespace.NONE.inbox("dead");

  private final InMemoryTransport broker = new InMemoryTransport(new VirtualClock());
  private final List<QueueName> putBack = new ArrayList<>();
  private final Recovery recovery =
      new Recovery(
          broker,
          SELF,
          List::of,
          new Recovery.Parties(
              Namespace.NONE,
              new MasterAway(),
              (held, dead, reason) -> null,
              new HeldRequests(),
              () -> 0,
              new Heartbeat(
                  broker,
                  (SteadyCard)
                      () -> {
                        throw new AssertionError("no beat is run");
                      },
                  new DeadNodeReaper(broker, Namespace.NONE, LEASE, node -> {}),
                  new Heartbeat.Terms(SELF, LEASE))));

  @Test
  void inboxOfADeadNodeIsTriedAgain() {
    recovery.beaten(List.of(new Ended(INBOX, DEAD)));
    beats();
    assertEquals(List.of(INBOX, INBOX), putBack.subList(0, 2));
  }

  /** It serves what is in its inbox. */
  @Test
  void inboxOfANodeThatIsBackIsLeftToIt() {
    recovery.beaten(List.of(new Ended(INBOX, DEAD)));
    broker.leases().renew(List.of(INBOX), new Worker("dead", "2"), LEASE);
    beats();
    assertEquals(List.of(INBOX), putBack);
  }

  private void beats() {
    for (int beat = 0; beat < 50; beat++) {
      recovery.beaten(List.of());
    }
  }

  private final class MasterAway implements ServingSide {

    @Override
    public boolean putBack(QueueName inbox) {
      putBack.add(inbox);
      return false;
    }

    @Override
    public @Nullable MethodDescriptor<?> methodOf(String name, QueueName queue) {
      return null;
    }

    @Override
    public PartialRequest addressOf(Slice batch) {
      throw new AssertionError("there is none");
    }

    @Override
    public CompletableFuture<@Nullable Void> fail(
        Delivery request, PartialRequest address, ErrorBody error) {
      throw new AssertionError("there is none");
    }

    @Override
    public CompletableFuture<@Nullable Void> deadLetter(
        Supplier<? extends CompletionStage<@Nullable Void>> put) {
      throw new AssertionError("there is none");
    }

    @Override
    public CompletableFuture<@Nullable Void> acknowledge(Delivery request) {
      throw new AssertionError("there is none");
    }
  }
}
