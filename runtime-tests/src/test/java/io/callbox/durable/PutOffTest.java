package io.callbox.durable;

import static io.callbox.durable.StepwiseWorker.job;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.callbox.durable.StepwiseWorker.Job;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallStatus;
import io.callbox.rpc.CallStatus.State;
import io.callbox.transport.Namespace;
import io.callbox.transport.RunEnd.Ending;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import io.callbox.trial.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A call is put off because its begin cannot be confirmed. */
@Timeout(120)
final class PutOffTest {

  private static final AtomicInteger NAMESPACES = new AtomicInteger();

  @RegisterExtension private final Kept kept = new Kept();
  private RpcNode client;
  private Jobs.Stub jobs;
  private StepwiseWorker worker;

  private void start(Broker broker) {
    String name = "put-off-" + NAMESPACES.incrementAndGet();
    Transport transport = kept.keep(broker.connect());
    client = kept.keep(RpcNode.builder("client").transport(transport).namespace(name).start());
    jobs = new Jobs.Stub(client.channelToAny());
    worker = new StepwiseWorker(transport, Namespace.of(name), new Worker("worker", "1"));
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void callThatIsPutOffSaysWhyAndHasNotBegun(Broker broker) {
    start(broker);
    CallHandle<Integer> call = jobs.withId("a").once(4, 0);
    for (int run = 1; run <= 3; run++) {
      worker.perform(job("a", "once"), run, Ending.PUT_OFF);
      CallStatus status = call.status();
      assertNotEquals(State.RUNNING, status.state());
      assertEquals(0, status.attempts());
      assertNull(status.times().started());
      assertNotNull(status.failure());
      worker.awaitDue();
    }
    assertCompletesInItsFirstAttempt(call, 9);
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void callThatWasPutOffForAsLongAsItIsKeptIsADeadLetter(Broker broker) {
    start(broker);
    jobs.withId("a").once(4, 0);
    Job brief = new Job("a", "once", Duration.ofMillis(1));
    worker.perform(brief, 1, Ending.PUT_OFF);
    worker.awaitDue();
    assertEquals(0, client.deadLetters("Jobs").count());
    worker.perform(brief, 2, Ending.PUT_OFF);
    assertEquals(1, client.deadLetters("Jobs").count());
  }

  /** A begin that was confirmed, or need not be, says nothing of those that are not. */
  @ParameterizedTest
  @EnumSource(Broker.class)
  void timeForWhichACallIsPutOffBeginsAnewAfterARun(Broker broker) {
    start(broker);
    jobs.withId("a").once(4, 0);
    Job brief = new Job("a", "once", Duration.ofMillis(1));
    worker.perform(brief, 1, Ending.PUT_OFF);
    worker.awaitDue();
    worker.perform(brief, 2, Ending.RETURNED);
    worker.perform(brief, 3, Ending.PUT_OFF);
    assertEquals(0, client.deadLetters("Jobs").count());
    worker.awaitDue();
    worker.perform(brief, 4, Ending.AGAIN);
    worker.awaitDue();
    worker.perform(brief, 5, Ending.PUT_OFF);
    assertEquals(0, client.deadLetters("Jobs").count());
    worker.awaitDue();
    worker.perform(brief, 6, Ending.PUT_OFF);
    assertEquals(1, client.deadLetters("Jobs").count());
  }

  /** Its worker closes while the begin is under way, which may come to nothing. */
  @ParameterizedTest
  @EnumSource(Broker.class)
  void callThatIsGivenBackBeforeItBeginsHasNoAttempts(Broker broker) {
    start(broker);
    CallHandle<Integer> call = jobs.withId("a").once(4, 0);
    Job job = job("a", "once");
    worker.end(worker.take(), job, 1, Ending.RETURNED);
    assertEquals(0, call.status().attempts());
    worker.perform(job, 2, Ending.RETURNED);
    assertEquals(0, call.status().attempts());
    assertEquals(State.WAITING, call.status().state());
    assertCompletesInItsFirstAttempt(call, 3);
  }

  /** Its service is paused, and it waits in the inbox of a node: it is looked at time and again. */
  @ParameterizedTest
  @EnumSource(Broker.class)
  void callOfAPausedServiceStaysDueWhenItWas(Broker broker) {
    start(broker);
    CallHandle<Integer> call = jobs.withId("a").once(4, 0);
    Job job = job("a", "once");
    worker.pause(worker.take(), job, 1);
    Instant due = call.status().times().due();
    assertNotNull(due);
    for (int run = 2; run <= 4; run++) {
      worker.awaitDue();
      worker.pause(worker.take(), job, run);
      assertEquals(due, call.status().times().due());
      assertNull(call.status().failure());
    }
    worker.awaitDue();
    assertCompletesInItsFirstAttempt(call, 9);
  }

  private void assertCompletesInItsFirstAttempt(CallHandle<Integer> call, int run) {
    worker.perform(job("a", "once"), run, Ending.COMPLETED);
    assertEquals(17, call.await(Duration.ofSeconds(30)));
    assertEquals(1, call.status().attempts());
  }
}
