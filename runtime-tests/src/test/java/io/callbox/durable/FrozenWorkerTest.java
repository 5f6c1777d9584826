package io.callbox.durable;

import static io.callbox.durable.StepwiseWorker.job;
import static io.callbox.durable.StepwiseWorker.join;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.durable.StepwiseWorker.Job;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallStatus.State;
import io.callbox.rpc.RpcException;
import io.callbox.transport.CallStore;
import io.callbox.transport.CallStore.Recovered;
import io.callbox.transport.CallStore.Verdict;
import io.callbox.transport.Delivery;
import io.callbox.transport.Namespace;
import io.callbox.transport.OwnRuns;
import io.callbox.transport.RunEnd.Ending;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import io.callbox.trial.Kept;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A worker that is frozen while it runs a durable call loses its lease and its request, and then
 * goes on. It takes its steps when the test says so; a real worker sees to what is left.
 */
@Timeout(120)
final class FrozenWorkerTest {

  private static final Duration WAIT = Duration.ofSeconds(40);
  private static final Job ONCE = job("a", "once");
  private static final Job AGAIN = job("b", "again");
  private static final OwnRuns NO_RUNS = run -> null;
  private static final AtomicInteger NAMESPACES = new AtomicInteger();

  @RegisterExtension private final Kept kept = new Kept();
  private final AtomicInteger runs = new AtomicInteger();
  private String name;
  private Transport transport;
  private RpcNode client;
  private Jobs.Stub jobs;
  private StepwiseWorker frozen;
  private StepwiseWorker heir;

  private void start(Broker broker) {
    name = "frozen-" + NAMESPACES.incrementAndGet();
    Namespace namespace = Namespace.of(name);
    transport = kept.keep(broker.connect());
    client = kept.keep(RpcNode.builder("client").transport(transport).namespace(name).start());
    jobs = new Jobs.Stub(client.channelToAny());
    frozen = new StepwiseWorker(transport, namespace, new Worker("frozen", "1"));
    heir = new StepwiseWorker(transport, namespace, new Worker("heir", "1"));
  }

  private void serve() {
    kept.keep(
        RpcNode.builder("worker")
            .transport(transport)
            .namespace(name)
            .lease(Duration.ofMillis(900))
            .register(
                new Jobs.Skeleton(
                    (method, number, millis) -> {
                      runs.incrementAndGet();
                      return 2 * number;
                    }))
            .start());
  }

  private CallHandle<Integer> once() {
    return jobs.withId("a").once(4, 0);
  }

  private CallHandle<Integer> again() {
    return jobs.withId("b").again(5, 0);
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void outcomeCountsWhoeverHasTheRequest(Broker broker) {
    start(broker);
    CallHandle<Integer> call = once();
    Delivery request = frozen.takeAndBegin(ONCE, 3);
    frozen.isTakenOverBy(heir);
    frozen.end(request, ONCE, 3, Ending.COMPLETED);
    assertEquals(17, call.await(WAIT));
    serve();
    heir.awaitSeenTo();
    assertEquals(17, call.await(WAIT));
    assertEquals(0, runs.get());
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void outcomeCountsAlthoughTheHeirDied(Broker broker) {
    start(broker);
    CallHandle<Integer> call = once();
    Delivery request = frozen.takeAndBegin(ONCE, 3);
    frozen.isTakenOverBy(heir);
    frozen.lives();
    serve();
    heir.awaitSeenTo();
    frozen.end(request, ONCE, 3, Ending.COMPLETED);
    assertEquals(17, call.await(WAIT));
    assertEquals(0, runs.get());
    assertEquals(List.of(), frozen.held(), "it is acknowledged");
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void callEndsIfTheFrozenWorkerDiesInTheEnd(Broker broker) {
    start(broker);
    CallHandle<Integer> once = once();
    frozen.takeAndBegin(ONCE, 3);
    CallHandle<Integer> again = again();
    frozen.takeAndBegin(AGAIN, 4);
    frozen.isTakenOverBy(heir);
    frozen.lives();
    serve();
    heir.awaitSeenTo();
    frozen.dies();
    assertEquals(10, again.await(WAIT));
    assertThrows(RpcException.class, () -> once.await(WAIT));
    assertEquals(1, runs.get());
  }

  /** It has its request again, but has given the run up: the answer to the begin came too late. */
  @ParameterizedTest
  @EnumSource(Broker.class)
  void requestOfARunThatIsOverIsLost(Broker broker) {
    start(broker);
    CallHandle<Integer> call = once();
    Delivery request = frozen.takeAndBegin(ONCE, 3);
    frozen.lives();
    OwnRuns underWay = run -> run.equals(frozen.run(3)) ? request.message() : null;
    assertEquals(Recovered.NOTHING, frozen.recover(request, ONCE, 1, "", underWay));
    assertEquals(1, frozen.held().size(), "the request of a run stays with its worker");
    assertEquals(State.RUNNING, call.status().state());
    assertEquals(Recovered.FAILED, frozen.recover(request, ONCE, 1, "", NO_RUNS));
    assertThrows(RpcException.class, () -> call.await(WAIT));
  }

  /** The same bytes are in its hands for its second run. */
  @ParameterizedTest
  @EnumSource(Broker.class)
  void endOfAFormerRunLeavesTheRequestOfTheNext(Broker broker) {
    start(broker);
    CallHandle<Integer> call = again();
    Delivery first = frozen.takeAndBegin(AGAIN, 3);
    frozen.dies();
    assertEquals(Recovered.AGAIN, frozen.recover(first, AGAIN, 3, "frozen:1", NO_RUNS));
    frozen.awaitDue();
    Delivery second = frozen.takeAndBegin(AGAIN, 8);
    frozen.end(first, AGAIN, 3, Ending.COMPLETED);
    assertEquals(Verdict.DROPPED, frozen.begun(second, AGAIN, 9).verdict());
    assertEquals(1, frozen.held().size());
    assertEquals(State.RUNNING, call.status().state());
    serve();
    frozen.dies();
    assertEquals(10, call.await(WAIT));
    assertEquals(3, call.status().attempts());
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void runThatIsTriedAgainByTheFrozenWorkerIsTriedAgain(Broker broker) {
    start(broker);
    CallHandle<Integer> call = again();
    Delivery request = frozen.takeAndBegin(AGAIN, 3);
    frozen.isTakenOverBy(heir);
    frozen.end(request, AGAIN, 3, Ending.AGAIN);
    serve();
    assertEquals(10, call.await(WAIT));
    heir.awaitSeenTo();
    assertEquals(1, runs.get());
  }

  /** Two copies of its request in the queue could both run, if the first is soon forgotten. */
  @ParameterizedTest
  @EnumSource(Broker.class)
  void callThatTheFrozenWorkerGivesBackIsInTheQueueOnce(Broker broker) {
    start(broker);
    int run = 0;
    for (Ending ending : List.of(Ending.RETURNED, Ending.AGAIN, Ending.PUT_OFF)) {
      Job job = job(ending.name(), "once");
      CallHandle<Integer> call = jobs.withId(job.id()).once(4, 0);
      Delivery request = frozen.takeAndBegin(job, ++run);
      frozen.isTakenOverBy(heir);
      frozen.end(request, job, run, ending);
      assertEquals(State.WAITING, call.status().state());
      assertEquals(ending == Ending.AGAIN ? 1 : 0, call.status().attempts());
      assertEquals(0, waiting(), "the heir has its request");
      Delivery lost = heir.held().get(0);
      String dead = frozen.self().name();
      assertEquals(Recovered.REQUEUED, heir.recover(lost, job, 1, dead, NO_RUNS));
      assertEquals(1, waiting());
      heir.perform(job, ++run, Ending.COMPLETED);
      assertEquals(17, call.await(WAIT));
    }
  }

  /** Returns how many requests the queue has, with what is due; nothing is scheduled for later. */
  private long waiting() {
    CallStore.Moved moved = join(transport.calls(Namespace.of(name)).moveDue(heir.queue()));
    assertEquals(-1, moved.next());
    return client.queue("Jobs").length();
  }
}
