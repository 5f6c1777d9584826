package io.callbox.durable;

import static io.callbox.durable.StepwiseWorker.job;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.durable.StepwiseWorker.Job;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallStatus.State;
import io.callbox.transport.CallStore.Begun;
import io.callbox.transport.CallStore.Verdict;
import io.callbox.transport.Delivery;
import io.callbox.transport.Namespace;
import io.callbox.transport.PushOptions;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import io.callbox.trial.Kept;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A worker begins and completes many calls in one step, which it has taken together. What is
 * unusual about one of them concerns no other.
 */
@Timeout(120)
final class RunsTakenTogetherTest {

  private static final AtomicInteger NAMESPACES = new AtomicInteger();
  private static final int CALLS = 7;

  @RegisterExtension private final Kept kept = new Kept();
  private final List<Job> all = new ArrayList<>();
  private final List<CallHandle<Integer>> calls = new ArrayList<>();
  private StepwiseWorker worker;
  private List<Delivery> taken;

  private void take(Broker broker) {
    String name = "together-" + NAMESPACES.incrementAndGet();
    Transport transport = kept.keep(broker.connect());
    RpcNode client =
        kept.keep(RpcNode.builder("client").transport(transport).namespace(name).start());
    Jobs.Stub jobs = new Jobs.Stub(client.channelToAny());
    worker = new StepwiseWorker(transport, Namespace.of(name), new Worker("worker", "1"));
    for (int call = 0; call < CALLS; call++) {
      all.add(job("call-" + call, "once"));
      calls.add(jobs.withId("call-" + call).once(call, 0));
    }
    taken = worker.take(CALLS);
  }

  private void release(int index) {
    Delivery request = taken.get(index);
    List<Delivery> one = List.of(request);
    StepwiseWorker.join(
        worker.transport().acknowledge(Objects.requireNonNull(request.taken()), one));
  }

  private List<State> states() {
    return calls.stream().map(call -> call.status().state()).toList();
  }

  private static <T> List<T> ofEach(T expected) {
    return Collections.nCopies(CALLS, expected);
  }

  private static <T> List<T> allBut(int odd, T usual, T unusual) {
    List<T> expected = new ArrayList<>(ofEach(usual));
    expected.set(odd, unusual);
    return expected;
  }

  private List<Verdict> begin() {
    return worker.begun(taken, all).stream().map(Begun::verdict).toList();
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void allBeginAndComplete(Broker broker) {
    take(broker);
    Begun first = new Begun(Verdict.RUN, 1);
    assertEquals(ofEach(first), worker.begun(taken, all));
    assertEquals(ofEach(State.RUNNING), states());
    assertEquals(ofEach(first), worker.begun(taken, all), "the answer had been lost");
    worker.complete(taken, all);
    assertEquals(ofEach(State.COMPLETED), states());
    assertEquals(List.of(), worker.held());
    worker.complete(taken, all);
    assertEquals(1, calls.get(3).status().attempts());
  }

  /** Those that took longest end last, so that gaps are left and closed. */
  @ParameterizedTest
  @EnumSource(Broker.class)
  void theyCompleteInAnyOrderAndInAnyParts(Broker broker) {
    take(broker);
    begin();
    for (List<Integer> part : List.of(List.of(5, 1, 4), List.of(2), List.of(6, 0, 3))) {
      worker.complete(part.stream().map(taken::get).toList(), part.stream().map(all::get).toList());
    }
    assertEquals(ofEach(State.COMPLETED), states());
    assertEquals(List.of(), worker.held());
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void cancelledOneDoesNotBegin(Broker broker) {
    take(broker);
    calls.get(2).cancel();
    assertEquals(allBut(2, Verdict.RUN, Verdict.DROPPED), begin());
    assertEquals(CALLS - 1, worker.held().size());
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void oneThatIsNotHeldAnyMoreDoesNotBegin(Broker broker) {
    for (int odd : new int[] {0, 3, CALLS - 1}) {
      all.clear();
      calls.clear();
      take(broker);
      release(odd);
      assertEquals(allBut(odd, Verdict.RUN, Verdict.DROPPED), begin());
    }
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void oneOfTwoCopiesBegins(Broker broker) {
    take(broker);
    byte[] copy = taken.get(1).message();
    PushOptions always = new PushOptions(true, 100, "copier", 1);
    StepwiseWorker.join(worker.transport().push(worker.queue(), List.of(copy), always));
    taken = new ArrayList<>(taken);
    taken.addAll(worker.take(1));
    all.add(all.get(1));
    List<Verdict> verdicts = new ArrayList<>(begin());
    assertEquals(Verdict.DROPPED, verdicts.remove(CALLS));
    assertEquals(ofEach(Verdict.RUN), verdicts);
    worker.complete(taken.subList(0, CALLS), all.subList(0, CALLS));
    assertEquals(ofEach(State.COMPLETED), states());
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void oneThatWasCancelledWhileItRanStaysCancelled(Broker broker) {
    take(broker);
    begin();
    calls.get(4).cancel();
    worker.complete(taken, all);
    assertEquals(allBut(4, State.COMPLETED, State.CANCELLED), states());
    assertEquals(List.of(), worker.held());
  }

  /** Its outcome counts, as its record says that this run runs. */
  @ParameterizedTest
  @EnumSource(Broker.class)
  void oneThatWasTakenAwayWhileItRanCompletesWithTheOthers(Broker broker) {
    take(broker);
    begin();
    release(4);
    worker.complete(taken, all);
    assertEquals(ofEach(State.COMPLETED), states());
    assertEquals(List.of(), worker.held());
  }
}
