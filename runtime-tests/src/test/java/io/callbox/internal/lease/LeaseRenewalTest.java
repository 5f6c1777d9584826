package io.callbox.internal.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.testkit.time.VirtualClock;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

final class LeaseRenewalTest {

  private static final QueueName ARITH = new QueueName("services:Arith");
  private static final QueueName SHARD = new QueueName("services:Arith:1");
  private static final Worker SELF = new Worker("worker", "1");
  private static final Heartbeat.Terms TERMS = new Heartbeat.Terms(SELF, Duration.ofSeconds(3));

  private final VirtualClock clock = new VirtualClock();
  private final InMemoryTransport broker = new InMemoryTransport(clock);
  private final Leases store = new Leases(broker.leases());
  private final LeaseRenewal renewal = new LeaseRenewal(store, clock, TERMS);

  @Test
  void queueThatIsReleasedWhileABeatCollectsWhatIsDueIsNotTakenAgain() {
    renewal.hold(List.of(ARITH, SHARD));
    renewal.renew();
    store.beforeSending = () -> renewal.release(SHARD);
    renewal.renew();
    assertEquals(List.of(), providers(SHARD));
    assertEquals(List.of(SELF), providers(ARITH));
  }

  @Test
  void releaseWaitsForARenewalThatIsJustBeingSent() {
    renewal.hold(List.of(SHARD));
    renewal.renew();
    CompletableFuture<Void> answer = new CompletableFuture<>();
    store.answers = answer;
    store.whileSending = () -> renewal.release(SHARD);
    renewal.renew();
    assertEquals(List.of(SELF), providers(SHARD), "not overtaken");
    answer.complete(null);
    assertEquals(List.of(), providers(SHARD));
  }

  @Test
  void releaseWaitsForAllRenewalsThatAreUnderWay() {
    renewal.hold(List.of(SHARD));
    CompletableFuture<Void> first = new CompletableFuture<>();
    store.answers = first;
    renewal.renew();
    store.answers = CompletableFuture.completedFuture(null);
    renewal.take(SHARD);
    renewal.release(SHARD);
    first.complete(null);
    assertEquals(List.of(), providers(SHARD));
  }

  @Test
  void leaseThatIsTakenAnewWhileItsReleaseWaitsIsKept() {
    renewal.hold(List.of(SHARD));
    CompletableFuture<Void> first = new CompletableFuture<>();
    store.answers = first;
    renewal.renew();
    renewal.release(SHARD);
    store.answers = CompletableFuture.completedFuture(null);
    renewal.take(SHARD);
    first.complete(null);
    assertEquals(List.of(SELF), providers(SHARD));
  }

  @Test
  void nothingIsRenewedOnceAllIsGivenBack() {
    renewal.hold(List.of(ARITH, SHARD));
    renewal.renew();
    renewal.releaseAll();
    renewal.renew();
    assertEquals(List.of(), providers(ARITH));
    assertEquals(List.of(), providers(SHARD));
  }

  private List<Worker> providers(QueueName queue) {
    return broker.leases().providers(queue).toCompletableFuture().join();
  }

  /** Leases that are renewed when the broker answers, and that tell when a renewal is sent. */
  private static final class Leases extends ForwardingLeases {

    CompletableFuture<Void> answers = CompletableFuture.completedFuture(null);
    Runnable beforeSending = () -> {};
    Runnable whileSending = () -> {};

    Leases(LeaseStore target) {
      super(target);
    }

    @Override
    public List<List<QueueName>> parts(List<QueueName> queues) {
      beforeSending.run();
      return super.parts(queues);
    }

    @Override
    public CompletionStage<List<Ended>> renew(
        List<QueueName> queues, Worker worker, Duration lease) {
      whileSending.run();
      return answers.thenCompose(done -> target.renew(queues, worker, lease));
    }
  }
}
