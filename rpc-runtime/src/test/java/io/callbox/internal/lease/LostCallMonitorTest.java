package io.callbox.internal.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.concurrent.SteppedClock;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

final class LostCallMonitorTest {

  private static final QueueName HERE = new QueueName("nodes:here");
  private static final QueueName GONE = new QueueName("nodes:gone");
  private static final Duration LEASE = Duration.ofSeconds(6);

  private final SteppedClock clock = new SteppedClock();
  private final InMemoryTransport transport = new InMemoryTransport(clock);
  private final List<WatchedCall> waiting = new ArrayList<>();
  private final List<QueueName> lost = new ArrayList<>();
  private final LostCallMonitor monitor =
      new LostCallMonitor(() -> List.copyOf(waiting), transport.leases());

  @Test
  void callsToANodeThatIsGoneAreLostAndNoOthers() {
    lease(HERE);
    waitFor(HERE, GONE, GONE);
    find().consequence().run();
    assertEquals(List.of(GONE, GONE), lost);
  }

  @Test
  void callIsLostWhenTheLeaseOfItsNodeHasEnded() {
    lease(HERE);
    waitFor(HERE);
    Probe.Finding alive = find();
    alive.consequence().run();
    assertEquals(List.of(), lost);
    assertFalse(alive.next().compareTo(LEASE) > 0, alive.next()::toString);
    clock.nanos += alive.next().plusMillis(2).toNanos();
    find().consequence().run();
    assertEquals(List.of(HERE), lost);
  }

  /** The broker may have lost its data: whoever finds decides. */
  @Test
  void nothingIsLostByLookingAlone() {
    waitFor(GONE);
    find();
    assertEquals(List.of(), lost);
  }

  @Test
  void callsAreKeptWhileTheBrokerDoesNotAnswer() {
    waitFor(GONE);
    Probe.Look look =
        new LostCallMonitor(() -> List.copyOf(waiting), new Silent(transport.leases())).look();
    assertFalse(look.answered().toCompletableFuture().isDone());
    look.finding().consequence().run();
    assertEquals(List.of(), lost);
  }

  @Test
  void withoutCallsNothingIsAsked() {
    Probe.Look look = monitor.look();
    assertTrue(look.answered().toCompletableFuture().isDone());
    assertEquals(Probe.Finding.NOTHING.next(), look.finding().next());
  }

  private Probe.Finding find() {
    Probe.Look look = monitor.look();
    assertTrue(look.answered().toCompletableFuture().isDone());
    return look.finding();
  }

  private void lease(QueueName inbox) {
    transport.leases().renew(List.of(inbox), new Worker("here", "1"), LEASE);
  }

  private void waitFor(QueueName... inboxes) {
    for (QueueName inbox : inboxes) {
      waiting.add(new WatchedCall(inbox, () -> lost.add(inbox)));
    }
  }

  /** Leases of a broker that does not say whether they last. */
  private static final class Silent extends ForwardingLeases {

    Silent(LeaseStore target) {
      super(target);
    }

    @Override
    public CompletionStage<Duration> left(QueueName queue) {
      return new CompletableFuture<>();
    }
  }
}
