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
import io.callbox.transport.CallStore.Ending;
import io.callbox.transport.Delivery;
import io.callbox.transport.Namespace;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A call is put off because its begin cannot be confirmed. */
@Timeout(120)
final class PutOffTest {

  private static final AtomicInteger NAMESPACES = new AtomicInteger();

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private RpcNode client;
  private Jobs.Stub jobs;
  private StepwiseWorker worker;

  private void start(Broker broker) {
    String name = "put-off-" + NAMESPACES.incrementAndGet();
    Transport transport = broker.connect();
    open.push(transport);
    client = RpcNode.builder("client").transport(transport).namespace(name).start();
    open.push(client);
    jobs = new Jobs.Stub(client.channelToAny());
    worker = new StepwiseWorker(transport, Namespace.of(name), new Worker("worker", "1"));
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  private void putOff(Job job, int run) {
    Delivery request = worker.take();
    worker.begin(request, job, run);
    worker.end(request, job, run, Ending.PUT_OFF);
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void callThatIsPutOffSaysWhyAndHasNotBegun(Broker broker) {
    start(broker);
    CallHandle<Integer> call = jobs.withId("a").once(4, 0);
    for (int run = 1; run <= 3; run++) {
      putOff(job("a", "once"), run);
      CallStatus status = call.status();
      assertNotEquals(State.RUNNING, status.state());
      assertEquals(0, status.attempts());
      assertNull(status.times().started());
      assertNotNull(status.failure());
      worker.awaitDue();
    }
    Delivery request = worker.take();
    worker.begin(request, job("a", "once"), 9);
    worker.end(request, job("a", "once"), 9, Ending.COMPLETED);
    assertEquals(17, call.await(Duration.ofSeconds(30)));
    assertEquals(1, call.status().attempts());
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void callThatWasPutOffForAsLongAsItIsKeptIsADeadLetter(Broker broker) {
    start(broker);
    jobs.withId("a").once(4, 0);
    Job brief = new Job("a", "once", Duration.ofMillis(1));
    putOff(brief, 1);
    worker.awaitDue();
    assertEquals(0, client.deadLetters("Jobs").count());
    putOff(brief, 2);
    assertEquals(1, client.deadLetters("Jobs").count());
  }

  /** A begin that was confirmed, or need not be, says nothing of those that are not. */
  @ParameterizedTest
  @EnumSource(Broker.class)
  void timeForWhichACallIsPutOffBeginsAnewAfterARun(Broker broker) {
    start(broker);
    jobs.withId("a").once(4, 0);
    Job brief = new Job("a", "once", Duration.ofMillis(1));
    putOff(brief, 1);
    worker.awaitDue();
    Delivery returned = worker.take();
    worker.begin(returned, brief, 2);
    worker.end(returned, brief, 2, Ending.RETURNED);
    putOff(brief, 3);
    assertEquals(0, client.deadLetters("Jobs").count());
    worker.awaitDue();
    Delivery failed = worker.take();
    worker.begin(failed, brief, 4);
    worker.end(failed, brief, 4, Ending.AGAIN);
    worker.awaitDue();
    putOff(brief, 5);
    assertEquals(0, client.deadLetters("Jobs").count());
    worker.awaitDue();
    putOff(brief, 6);
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
    Delivery request = worker.take();
    worker.begin(request, job, 2);
    worker.end(request, job, 2, Ending.RETURNED);
    assertEquals(0, call.status().attempts());
    assertEquals(State.WAITING, call.status().state());
    Delivery again = worker.take();
    worker.begin(again, job, 3);
    worker.end(again, job, 3, Ending.COMPLETED);
    assertEquals(17, call.await(Duration.ofSeconds(30)));
    assertEquals(1, call.status().attempts());
  }
}
