package io.callbox.durable;

import static io.callbox.durable.StepwiseWorker.job;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.node.RpcNode;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallStatus.State;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.time.Await;
import io.callbox.transport.CallRecord;
import io.callbox.transport.CallStore.Recovered;
import io.callbox.transport.Delivery;
import io.callbox.transport.Namespace;
import io.callbox.transport.PushOptions;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import io.callbox.trial.Kept;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What programs that push by hand can do to a call whose id they use. */
@Timeout(60)
final class TakenIdTest {

  private static final Duration WAIT = Duration.ofSeconds(20);
  private static final AtomicInteger NAMESPACES = new AtomicInteger();

  @RegisterExtension private final Kept kept = new Kept();
  private final AtomicInteger pushes = new AtomicInteger();
  private final AtomicInteger runs = new AtomicInteger();
  private final CountDownLatch go = new CountDownLatch(1);
  private volatile boolean healed;
  private String name;
  private Namespace namespace;
  private Transport transport;
  private RpcNode client;
  private Jobs.Stub jobs;

  private void start(Broker broker) {
    name = "taken-" + NAMESPACES.incrementAndGet();
    namespace = Namespace.of(name);
    transport = kept.keep(broker.connect());
    client = node("client", 0);
    jobs = new Jobs.Stub(client.channelToAny());
  }

  private RpcNode node(String id, int lanes) {
    var builder =
        RpcNode.builder(id)
            .transport(transport)
            .namespace(name)
            .lease(Duration.ofMillis(900))
            .concurrency(Math.max(1, lanes));
    return kept.keep(
        (lanes > 0 ? builder.register(new Jobs.Skeleton(this::run)) : builder).start());
  }

  private int run(String method, int number, int millis) throws Exception {
    runs.incrementAndGet();
    if (number == 99) {
      go.await(20, TimeUnit.SECONDS);
    }
    if (number < 0 && !healed) {
      throw new IllegalStateException("below zero");
    }
    return 2 * number;
  }

  @AfterEach
  void letGo() {
    go.countDown();
  }

  private void push(String id, String members) {
    String request = "{\"jsonrpc\":\"2.0\",\"id\":\"" + id + "\"," + members + "}";
    PushOptions options = new PushOptions(true, 100, "by-hand", pushes.incrementAndGet());
    transport
        .push(queue(), List.of(request.getBytes(StandardCharsets.UTF_8)), options)
        .toCompletableFuture()
        .join();
  }

  private QueueName queue() {
    return namespace.service("Jobs");
  }

  /** In one lane requests are seen to in their order. */
  private void awaitAllBefore(String fence) {
    assertEquals(2, jobs.withId(fence).once(1, 0).await(WAIT));
  }

  private CallRecord record(String id) {
    CallRecord record =
        transport
            .calls(namespace)
            .read(queue(), List.of(id), false)
            .toCompletableFuture()
            .join()
            .get(0);
    assertNotNull(record, id);
    return record;
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void requestForAMethodThatIsNotThereDoesNotEndTheCallThatRuns(Broker broker) {
    start(broker);
    node("worker", 2);
    CallHandle<Integer> call = jobs.withId("held").once(99, 0);
    Await.until("it runs", () -> call.status().state() == State.RUNNING);
    push("held", "\"method\":\"Jobs.none\",\"keep\":1");
    push("held", "\"method\":\"Jobs.plain\",\"keep\":1,\"params\":[1,0]");
    awaitAllBefore("fence");
    assertEquals(State.RUNNING, call.status().state());
    go.countDown();
    assertEquals(198, call.await(WAIT));
    push("held", "\"method\":\"Jobs.none\",\"keep\":1");
    awaitAllBefore("fence-2");
    awaitAllBefore("fence-3");
    assertEquals(198, call.await(WAIT), "its result is kept for as long as it said");
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void copyThatDiesWithItsWorkerDoesNotEndTheCallThatRunsElsewhere(Broker broker) {
    start(broker);
    node("worker", 1);
    CallHandle<Integer> call = jobs.withId("held").once(99, 0);
    Await.until("it runs", () -> call.status().state() == State.RUNNING);
    push("held", "\"method\":\"Jobs.once\",\"keep\":60000,\"params\":[99,0]");
    StepwiseWorker gone = stepwise("gone");
    gone.take();
    gone.dies();
    gone.awaitSeenTo();
    assertEquals(State.RUNNING, call.status().state());
    go.countDown();
    assertEquals(198, call.await(WAIT));
    assertEquals(1, runs.get());
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void copyThatNobodyKnowsOfDoesNotEndTheCallThatRunsElsewhere(Broker broker) {
    start(broker);
    node("worker", 1);
    CallHandle<Integer> call = jobs.withId("held").once(99, 0);
    Await.until("it runs", () -> call.status().state() == State.RUNNING);
    push("held", "\"method\":\"Jobs.once\",\"keep\":60000,\"params\":[99,0]");
    StepwiseWorker forgetful = stepwise("forgetful");
    Delivery copy = forgetful.take();
    assertEquals(
        Recovered.NOTHING, forgetful.recover(copy, job("held", "once"), 1, "", run -> null));
    go.countDown();
    assertEquals(198, call.await(WAIT));
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void callWhoseWorkerAndItsHeirDieFailsAndNeverRunsTwice(Broker broker) {
    start(broker);
    CallHandle<Integer> call = jobs.withId("lost").once(4, 0);
    beginsAndDiesAsItsHeirDoes("lost", "once");
    node("worker", 1);
    RpcException lost = assertThrows(RpcException.class, () -> call.await(WAIT));
    assertEquals(StatusCode.WORKER_LOST, lost.code());
    assertEquals(0, runs.get());
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void idempotentCallWhoseWorkerAndItsHeirDieIsTriedAgain(Broker broker) {
    start(broker);
    CallHandle<Integer> call = jobs.withId("again").again(4, 0);
    beginsAndDiesAsItsHeirDoes("again", "again");
    node("worker", 1);
    assertEquals(8, call.await(WAIT));
    assertEquals(2, call.status().attempts());
  }

  /** The heir has taken the request over, and dies before it has seen to it. */
  private void beginsAndDiesAsItsHeirDoes(String id, String method) {
    StepwiseWorker first = stepwise("first");
    first.takeAndBegin(job(id, method), 3);
    first.isTakenOverBy(stepwise("heir"));
  }

  /**
   * A real worker that runs a call has room for one request only, and leaves copies to this one.
   */
  private StepwiseWorker stepwise(String id) {
    return new StepwiseWorker(transport, namespace, new Worker(id, "1"));
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void requestForAnotherMethodDoesNotTakeThePlaceOfTheCallThatWaits(Broker broker) {
    start(broker);
    push("mine", "\"method\":\"Jobs.again\",\"keep\":60000,\"params\":[5,0]");
    CallHandle<Integer> call = jobs.withId("mine").once(4, 0);
    node("worker", 1);
    assertEquals(8, call.await(WAIT));
    assertEquals("once", record("mine").method());
    assertEquals(1, runs.get());
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void failedCallDoesNotRunAgainForARequestThatClaimsToBeAReplay(Broker broker) {
    start(broker);
    node("worker", 1);
    CallHandle<Integer> call = jobs.withId("failed").once(-7, 0);
    assertThrows(RpcException.class, () -> call.await(WAIT));
    healed = true;
    push(
        "failed",
        "\"method\":\"Jobs.once\",\"keep\":60000,\"replayedFrom\":\"x\",\"params\":[-7,0]");
    awaitAllBefore("fence");
    assertEquals(State.FAILED, call.status().state());
    assertEquals(2, runs.get());
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void requestForAMethodThatIsNotThereHasARecordThatSaysSo(Broker broker) {
    start(broker);
    node("worker", 1);
    push("odd", "\"method\":\"Jobs.none\",\"keep\":60000");
    awaitAllBefore("fence");
    CallRecord record = record("odd");
    assertEquals("FAILED", record.state());
    assertEquals("none", record.method());
    assertFalse(client.deadLetters("Jobs").list(0, 1).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void halfOfARequestOrAnIdWithoutBoundDoesNoHarm(Broker broker) {
    start(broker);
    node("worker", 1);
    push("cut", "\"method\":\"Jobs.once\",\"keep\":60000,\"params\":[4");
    push("x".repeat(100_000), "\"method\":\"Jobs.once\",\"keep\":60000,\"params\":[4,0]");
    push("x".repeat(200), "\"method\":\"Jobs.once\",\"keep\":60000,\"params\":[4,0]");
    push("long", "\"method\":\"Jobs.once\",\"keep\":1000000000000000000,\"params\":[4,0]");
    push("longer", "\"method\":\"Jobs.once\",\"keep\":10000000000000000000,\"params\":[4,0]");
    awaitAllBefore("fence");
    assertEquals("COMPLETED", record("long").state());
    assertEquals(2, runs.get(), "those of a year at most, and the fence");
  }
}
