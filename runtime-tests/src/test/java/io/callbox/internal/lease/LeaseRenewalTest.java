package io.callbox.internal.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.time.VirtualClock;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
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
  void leaseThatIsTakenAnewWhileItsReleaseIsUnderWayFollowsTheRelease() {
    renewal.hold(List.of(SHARD));
    renewal.renew();
    CompletableFuture<Void> released = new CompletableFuture<>();
    store.releases = released;
    CompletionStage<Void> release = renewal.release(SHARD);
    CompletionStage<Void> taken = renewal.take(SHARD);
    renewal.renew();
    assertFalse(taken.toCompletableFuture().isDone());
    released.complete(null);
    assertTrue(release.toCompletableFuture().isDone());
    assertTrue(taken.toCompletableFuture().isDone());
    assertEquals(List.of(SELF), providers(SHARD));
  }

  @Test
  void leaseThatIsHeldAnewFollowsAllReleasesUnderWay() {
    CompletableFuture<Void> first = new CompletableFuture<>();
    CompletableFuture<Void> second = new CompletableFuture<>();
    store.releases = first;
    renewal.releaseUnlessHeld(SHARD);
    store.releases = second;
    renewal.releaseUnlessHeld(SHARD);
    renewal.hold(List.of(SHARD));
    second.complete(null);
    renewal.renew();
    assertEquals(List.of(), providers(SHARD), "the first is not answered yet");
    first.complete(null);
    renewal.renew();
    assertEquals(List.of(SELF), providers(SHARD));
  }

  @Test
  void releaseThatIsNeverAnsweredHoldsALeaseUpForNoLongerThanItLasts() {
    store.releases = new CompletableFuture<>();
    renewal.releaseUnlessHeld(SHARD);
    renewal.hold(List.of(SHARD));
    clock.advance(TERMS.lease().plusMillis(1));
    renewal.renew();
    assertEquals(List.of(SELF), providers(SHARD));
  }

  @Test
  void heldLeaseIsNotReleasedWithTheTakenOverRequests() {
    renewal.hold(List.of(SHARD));
    renewal.renew();
    renewal.releaseUnlessHeld(SHARD);
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

  @Test
  void queueWhoseLeaseIsRefusedForGoodKeepsNoOthersFromBeingRenewed() {
    for (StatusCode code : List.of(StatusCode.INTERNAL, StatusCode.PERMISSION_DENIED)) {
      renewal.hold(List.of(ARITH, SHARD));
      store.refusal = new RpcException(code, "something else is under its key");
      clock.advance(TERMS.lease().plusMillis(1));
      renewal.renew();
      renewal.renew();
      assertEquals(List.of(SELF), providers(ARITH));
      assertEquals(List.of(), providers(SHARD));
      assertTrue(renewal.lasts(ARITH));
      assertFalse(renewal.lasts(SHARD));
      store.refusal = null;
      renewal.renew();
      assertEquals(List.of(SELF), providers(SHARD));
      renewal.renew();
      assertEquals(List.of(ARITH, SHARD), store.last, "together again");
    }
  }

  private List<Worker> providers(QueueName queue) {
    return broker.leases().providers(queue).toCompletableFuture().join();
  }

  /** Leases that change when the broker answers, and that tell when a renewal is sent. */
  private static final class Leases extends ForwardingLeases {

    CompletableFuture<Void> answers = CompletableFuture.completedFuture(null);
    CompletableFuture<Void> releases = CompletableFuture.completedFuture(null);
    Runnable beforeSending = () -> {};
    Runnable whileSending = () -> {};

    /** Why no lease on the shard is renewed; null if it is. */
    @Nullable RpcException refusal;

    List<QueueName> last = List.of();

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
      last = queues;
      if (refusal != null && queues.contains(SHARD)) {
        return CompletableFuture.failedFuture(refusal);
      }
      return answers.thenCompose(done -> target.renew(queues, worker, lease));
    }

    @Override
    public CompletionStage<@Nullable Void> release(List<QueueName> queues, Worker worker) {
      return releases.thenCompose(done -> target.release(queues, worker));
    }
  }
}
