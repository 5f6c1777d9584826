package io.callbox.internal.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.testkit.forwarding.ForwardingTransport;
import io.callbox.testkit.time.Await;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.Namespace;
import io.callbox.transport.NodeStore.JoinResult;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class HeartbeatTest {

  private static final Duration LEASE = Duration.ofMillis(300);
  private static final QueueName ARITH = new QueueName("services:Arith");
  private static final Worker SELF = new Worker("worker", "1");

  private final InMemoryTransport broker = new InMemoryTransport();
  private final CountingCard card = new CountingCard();
  private final CountDownLatch waiting = new CountDownLatch(1);
  private final CountDownLatch masterIsBack = new CountDownLatch(1);
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private final Heartbeat heartbeat =
      new Heartbeat(
          new NotedPauses(),
          card,
          new DeadNodeReaper(broker, Namespace.NONE, LEASE, node -> {}),
          new Heartbeat.Terms(SELF, LEASE));

  @AfterEach
  void masterIsBack() {
    masterIsBack.countDown();
  }

  @Test
  void cardIsRenewedWhileWhatOthersLeftKeepsTheNodeWaiting() throws Exception {
    heartbeat.hold(List.of(ARITH), ended -> awaitMaster());
    heartbeat.start();
    waiting.await();
    awaitRenewals(4);
    masterIsBack.countDown();
    heartbeat.close(Duration.ofMinutes(1));
    assertEquals(List.of(), broker.leases().providers(ARITH).toCompletableFuture().join());
  }

  @Test
  void leasesAreRenewedWhileTheCardKeepsTheNodeWaiting() throws Exception {
    card.renewing = this::awaitMaster;
    heartbeat.hold(List.of(ARITH), ended -> {});
    heartbeat.start();
    waiting.await();
    long end = System.nanoTime() + LEASE.multipliedBy(2).toNanos();
    Await.until(
        "the lease lasts for longer than it is taken for",
        () -> System.nanoTime() - end > 0 && heartbeat.lasts().test(ARITH));
    masterIsBack.countDown();
    heartbeat.close(Duration.ofMinutes(1));
  }

  @Test
  void cardIsRenewedWhileNobodyAnswersTheProbe() {
    heartbeat.probe(() -> new Unanswered(new Probe.Finding(() -> {}, Duration.ofDays(1))));
    heartbeat.start();
    awaitRenewals(4);
    heartbeat.stop();
  }

  @Test
  void findingOfTheProbeFollowsAlthoughSomeDoNotAnswer() {
    CompletableFuture<Integer> after = new CompletableFuture<>();
    heartbeat.probe(
        () ->
            new Unanswered(
                new Probe.Finding(() -> after.complete(card.renewals.get()), Duration.ofDays(1))));
    heartbeat.start();
    assertEquals(1, after.orTimeout(60, TimeUnit.SECONDS).join());
    heartbeat.stop();
  }

  @Test
  void nextBeatComesEarlyForTheProbeAlthoughTheCardKeepsTheNodeWaiting() throws Exception {
    Probe.Finding finding = new Probe.Finding(() -> {}, Duration.ofMillis(1));
    card.renewing = this::awaitMaster;
    heartbeat.hold(List.of(ARITH), ended -> {});
    heartbeat.probe(() -> new Answered(finding));
    heartbeat.start();
    Await.until("two beats", () -> pauses.size() > 2);
    heartbeat.stop();
    assertEquals(LEASE.dividedBy(3), pauses.get(0));
    Duration early = finding.next().plus(Heartbeat.CLOCK_SLACK);
    assertTrue(pauses.get(1).compareTo(early) <= 0, pauses::toString);
  }

  /** Notes for how long it is waited. */
  private final class NotedPauses extends ForwardingTransport implements BrokerClock {

    NotedPauses() {
      super(broker);
    }

    @Override
    public BrokerClock clock() {
      return this;
    }

    @Override
    public long millis() {
      return System.currentTimeMillis();
    }

    @Override
    public long nanoTime() {
      return System.nanoTime();
    }

    @Override
    public boolean await(CountDownLatch event, Duration time) throws InterruptedException {
      pauses.add(time);
      return BrokerClock.super.await(event, time);
    }
  }

  private void awaitRenewals(int more) {
    int before = card.renewals.get();
    Await.until("the card is renewed again", () -> card.renewals.get() >= before + more);
  }

  private void awaitMaster() {
    waiting.countDown();
    try {
      masterIsBack.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** A look with a master that does not answer. */
  private record Unanswered(Probe.Finding finding) implements Probe.Look {

    @Override
    public CompletionStage<@Nullable Void> answered() {
      return new CompletableFuture<>();
    }
  }

  private record Answered(Probe.Finding finding) implements Probe.Look {

    @Override
    public CompletionStage<@Nullable Void> answered() {
      return CompletableFuture.completedFuture(null);
    }
  }

  private static final class CountingCard implements NodeCard {

    final AtomicInteger renewals = new AtomicInteger();
    Runnable renewing = () -> {};

    @Override
    public void start() {}

    @Override
    public JoinResult renew() {
      renewing.run();
      renewals.incrementAndGet();
      return JoinResult.KEPT;
    }

    @Override
    public boolean isSteady() {
      return true;
    }
  }
}
