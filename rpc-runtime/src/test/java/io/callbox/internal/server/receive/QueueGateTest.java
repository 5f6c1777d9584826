package io.callbox.internal.server.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.lease.DeadNodeReaper;
import io.callbox.internal.lease.Heartbeat;
import io.callbox.internal.lease.SteadyCard;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.Namespace;
import io.callbox.transport.NodeStore.JoinResult;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class QueueGateTest {

  private static final Duration LEASE = Duration.ofSeconds(6);
  private static final QueueName ARITH = new QueueName("services:Arith");
  private static final QueueName TRIPLE = new QueueName("services:Triple");

  private final Hand clock = new Hand();
  private final InMemoryTransport broker = new InMemoryTransport(clock);
  private final Heartbeat heartbeat =
      new Heartbeat(
          broker,
          (SteadyCard) () -> JoinResult.KEPT,
          new DeadNodeReaper(broker, Namespace.NONE, LEASE, node -> {}),
          new Heartbeat.Terms(new Worker("worker", "1"), LEASE));
  private final Taker taker = new Taker();
  private final QueueGate gate = new QueueGate(heartbeat, taker);

  @BeforeEach
  void begin() {
    heartbeat.hold(List.of(ARITH, TRIPLE));
    heartbeat.start();
  }

  @AfterEach
  void end() {
    heartbeat.stop();
  }

  @Test
  void allIsOpenWhileAllLeasesLast() {
    assertTrue(gate.isOpen());
    assertEquals(Set.of(), taker.paused);
    assertTrue(gate.mayRun().test(ARITH));
    assertNull(gate.trouble("node"));
  }

  @Test
  void queueWhoseLeaseHasEndedIsShutAndTheOthersStayOpen() {
    oneLeaseEnds();
    assertTrue(gate.isOpen());
    assertEquals(Set.of(ARITH), taker.paused);
    assertFalse(gate.mayRun().test(ARITH));
    assertTrue(gate.mayRun().test(TRIPLE));
    assertEquals("node node could not renew its leases on [services:Arith]", gate.trouble("node"));
  }

  @Test
  void nothingIsTakenWhenAllLeasesHaveEnded() {
    clock.nanos.addAndGet(LEASE.toNanos());
    assertFalse(gate.isOpen());
    assertFalse(gate.mayRun().test(TRIPLE));
    assertEquals("node node could not renew its leases", gate.trouble("node"));
  }

  @Test
  void queueIsOpenAgainWhenItsLeaseIsRenewed() {
    oneLeaseEnds();
    assertTrue(gate.isOpen());
    heartbeat.take(ARITH);
    assertTrue(gate.isOpen());
    assertEquals(Set.of(), taker.paused);
    assertTrue(gate.mayRun().test(ARITH));
  }

  @Test
  void pausedServiceStaysShutWhenALeaseIsRenewed() {
    gate.pause(List.of(TRIPLE));
    oneLeaseEnds();
    assertTrue(gate.isOpen());
    assertEquals(Set.of(ARITH, TRIPLE), taker.paused);
    heartbeat.take(ARITH);
    assertTrue(gate.isOpen());
    assertEquals(Set.of(TRIPLE), taker.paused);
    gate.pause(List.of());
    assertEquals(Set.of(), taker.paused);
  }

  @Test
  void consumerIsToldOnlyWhatIsNew() {
    oneLeaseEnds();
    for (int take = 0; take < 10; take++) {
      gate.isOpen();
      gate.pause(List.of());
    }
    assertEquals(1, taker.told);
  }

  /** That of {@code Arith}. */
  private void oneLeaseEnds() {
    clock.nanos.addAndGet(LEASE.toNanos() / 2);
    heartbeat.take(TRIPLE);
    clock.nanos.addAndGet(LEASE.toNanos() / 2);
  }

  /** A clock that a test moves; a wait does not end by it. */
  private static final class Hand implements BrokerClock {

    private final AtomicLong nanos = new AtomicLong();

    @Override
    public long millis() {
      return nanos.get() / 1_000_000;
    }

    @Override
    public long nanoTime() {
      return nanos.get();
    }

    @Override
    public boolean await(CountDownLatch event, Duration time) throws InterruptedException {
      event.await();
      return true;
    }
  }

  /** Takes nothing, and notes what is paused. */
  private static final class Taker implements QueueConsumer {

    private Set<QueueName> paused = Set.of();
    private int told;

    @Override
    public int take(int max, Duration wait, Receiver receiver) {
      return 0;
    }

    @Override
    public void serve(List<QueueName> queues) {}

    @Override
    public void pause(Set<QueueName> queues) {
      paused = queues;
      told++;
    }

    @Override
    public void close() {}
  }
}
