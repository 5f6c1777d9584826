package io.callbox.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.node.RpcNode;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallStatus.State;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.time.Await;
import io.callbox.transport.CallStore;
import io.callbox.transport.CallStore.Begun;
import io.callbox.transport.CallStore.Ending;
import io.callbox.transport.CallStore.Recovered;
import io.callbox.transport.CallStore.Verdict;
import io.callbox.transport.Delivery;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.Namespace;
import io.callbox.transport.OwnRuns;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A worker that is frozen while it runs a durable call loses its lease and its request, and then
 * goes on. The steps of that worker are those of a node, one at a time, so that nothing depends on
 * when they happen.
 */
@Timeout(120)
final class FrozenWorkerTest {

  private static final Duration WAIT = Duration.ofSeconds(40);
  private static final Duration KEEP = Duration.ofMinutes(1);
  private static final byte[] NOTHING = {};
  private static final OwnRuns NO_RUNS = run -> null;
  private static final AtomicInteger NAMESPACES = new AtomicInteger();
  private static final Worker FROZEN = new Worker("frozen", "1");
  private static final Worker HEIR = new Worker("heir", "1");

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final AtomicInteger runs = new AtomicInteger();
  private String name;
  private Namespace namespace;
  private Transport transport;
  private Jobs.Stub jobs;

  private void start(Broker broker) {
    name = "frozen-" + NAMESPACES.incrementAndGet();
    namespace = Namespace.of(name);
    transport = broker.connect();
    open.push(transport);
    RpcNode client = RpcNode.builder("client").transport(transport).namespace(name).start();
    open.push(client);
    jobs = new Jobs.Stub(client.channelToAny());
  }

  private void serve() {
    open.push(
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

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void outcomeCountsWhoeverHasTheRequest(Broker broker) {
    start(broker);
    CallHandle<Integer> call = jobs.withId("a").once(4, 0);
    Delivery request = takenBy(FROZEN);
    begin(request, "once", 3);
    takenOver(FROZEN, HEIR);
    end(request, "once", 3, Ending.COMPLETED);
    assertEquals(17, call.await(WAIT));
    serve();
    awaitSeenTo();
    assertEquals(17, call.await(WAIT));
    assertEquals(0, runs.get());
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void outcomeCountsAlthoughTheHeirDied(Broker broker) {
    start(broker);
    CallHandle<Integer> call = jobs.withId("a").once(4, 0);
    Delivery request = takenBy(FROZEN);
    begin(request, "once", 3);
    takenOver(FROZEN, HEIR);
    lives(FROZEN);
    serve();
    awaitSeenTo();
    end(request, "once", 3, Ending.COMPLETED);
    assertEquals(17, call.await(WAIT));
    assertEquals(0, runs.get());
    assertEquals(List.of(), held(FROZEN), "it is acknowledged");
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void callEndsIfTheFrozenWorkerDiesInTheEnd(Broker broker) {
    start(broker);
    CallHandle<Integer> once = jobs.withId("a").once(4, 0);
    begin(takenBy(FROZEN), "once", 3);
    CallHandle<Integer> again = jobs.withId("b").again(5, 0);
    begin(takenBy(FROZEN), "again", 4);
    takenOver(FROZEN, HEIR);
    lives(FROZEN);
    serve();
    awaitSeenTo();
    dies(FROZEN);
    assertEquals(10, again.await(WAIT));
    RpcException lost = assertThrows(RpcException.class, () -> once.await(WAIT));
    assertEquals(StatusCode.WORKER_LOST, lost.code());
    assertEquals(1, runs.get());
  }

  /** It has its request again, but has given the run up: the begin's answer came too late. */
  @ParameterizedTest
  @EnumSource(Broker.class)
  void requestOfARunThatIsOverIsLost(Broker broker) {
    start(broker);
    CallHandle<Integer> call = jobs.withId("a").once(4, 0);
    Delivery request = takenBy(FROZEN);
    begin(request, "once", 3);
    lives(FROZEN);
    OwnRuns underWay = run -> run.equals(run(3)) ? request.message() : null;
    assertEquals(Recovered.NOTHING, recover(request, underWay));
    assertEquals(1, held(FROZEN).size(), "the request of a run stays with its worker");
    assertEquals(State.RUNNING, call.status().state());
    assertEquals(Recovered.FAILED, recover(request, NO_RUNS));
    assertThrows(RpcException.class, () -> call.await(WAIT));
  }

  /**
   * The same bytes are in its hands for its second run: the end of its first is not to touch them.
   */
  @ParameterizedTest
  @EnumSource(Broker.class)
  void endOfAFormerRunLeavesTheRequestOfTheNext(Broker broker) {
    start(broker);
    CallHandle<Integer> call = jobs.withId("a").again(4, 0);
    Delivery first = takenBy(FROZEN);
    begin(first, "again", 3);
    dies(FROZEN);
    assertEquals(Recovered.AGAIN, recover(first, "frozen:1"));
    Await.until("it is due", () -> join(calls().moveDue(queue())).moved() == 1);
    Delivery second = takenBy(FROZEN);
    begin(second, "again", 8);
    end(first, "again", 3, Ending.COMPLETED);
    assertEquals(Verdict.DROPPED, begun(second, "again", 9).verdict());
    assertEquals(1, held(FROZEN).size());
    assertEquals(State.RUNNING, call.status().state());
    serve();
    dies(FROZEN);
    assertEquals(8, call.await(WAIT));
    assertEquals(3, call.status().attempts());
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void runThatIsTriedAgainByTheFrozenWorkerIsTriedAgain(Broker broker) {
    start(broker);
    CallHandle<Integer> call = jobs.withId("a").again(4, 0);
    Delivery request = takenBy(FROZEN);
    begin(request, "again", 3);
    takenOver(FROZEN, HEIR);
    end(request, "again", 3, Ending.AGAIN);
    serve();
    assertEquals(8, call.await(WAIT));
    awaitSeenTo();
    assertEquals(1, runs.get());
  }

  private CallStore calls() {
    return transport.calls(namespace);
  }

  private QueueName queue() {
    return namespace.service("Jobs");
  }

  private static <T> T join(CompletionStage<T> step) {
    return step.toCompletableFuture().join();
  }

  private Delivery takenBy(Worker worker) {
    List<Delivery> taken = new CopyOnWriteArrayList<>();
    try (QueueConsumer consumer = transport.consume(List.of(queue()), worker)) {
      Await.until(
          "it is taken",
          () -> {
            consumer.take(1, Duration.ofSeconds(1), taken::addAll);
            return !taken.isEmpty();
          });
    }
    return taken.get(0);
  }

  private static String run(int number) {
    return FROZEN.name() + '/' + number;
  }

  private static String idOf(Delivery request) {
    String text = new String(request.message(), StandardCharsets.UTF_8);
    return text.contains("\"id\":\"a\"") ? "a" : "b";
  }

  private Begun begun(Delivery request, String method, int run) {
    CallStore.Beginning beginning =
        new CallStore.Beginning(request, idOf(request), method, 0, 0, KEEP, KEEP, run(run));
    return join(calls().begin(queue(), List.of(beginning))).get(0);
  }

  private void begin(Delivery request, String method, int run) {
    assertEquals(Verdict.RUN, begun(request, method, run).verdict());
  }

  private void end(Delivery request, String method, int run, Ending ending) {
    byte[] outcome = ending == Ending.COMPLETED ? "17".getBytes(StandardCharsets.UTF_8) : NOTHING;
    CallStore.RunEnd end =
        new CallStore.RunEnd(
            request,
            idOf(request),
            method,
            run(run),
            ending,
            outcome,
            null,
            KEEP,
            Duration.ofMillis(1));
    calls().end(queue(), List.of(end)).toCompletableFuture().join();
  }

  private Recovered recover(Delivery request, String dead) {
    CallStore.Loss loss =
        new CallStore.Loss(request, "a", "again", 3, NOTHING, NOTHING, KEEP, dead, NO_RUNS);
    return join(calls().recover(loss));
  }

  private Recovered recover(Delivery request, OwnRuns own) {
    byte[] error = "{\"code\":-32005,\"message\":\"lost\"}".getBytes(StandardCharsets.UTF_8);
    CallStore.Loss loss =
        new CallStore.Loss(request, "a", "once", 1, error, NOTHING, KEEP, "", own);
    return join(calls().recover(loss));
  }

  private void lives(Worker worker) {
    join(transport.leases().renew(List.of(queue()), worker, Duration.ofMinutes(1)));
  }

  private void dies(Worker worker) {
    join(transport.leases().renew(List.of(queue()), worker, Duration.ofMillis(1)));
  }

  private List<Delivery> held(Worker worker) {
    return join(transport.leases().held(queue(), worker, 0));
  }

  /** The heir dies before it has seen to what it takes over. */
  private void takenOver(Worker worker, Worker heir) {
    dies(worker);
    LeaseStore.Ended ended = new LeaseStore.Ended(queue(), worker);
    Await.until("the heir has it", () -> !join(transport.leases().takeOver(ended, heir)).isEmpty());
  }

  private void awaitSeenTo() {
    Await.until(
        "what the heir had is seen to",
        () -> held(HEIR).isEmpty() && join(transport.leases().ended(queue())).isEmpty());
  }
}
