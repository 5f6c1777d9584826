package io.callbox.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.registry.PauseMode;
import io.callbox.rpc.CallContext;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallObserver;
import io.callbox.rpc.CallStatus;
import io.callbox.rpc.CallStatus.State;
import io.callbox.rpc.InterceptedCall;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.time.Await;
import io.callbox.transport.Transport;
import io.callbox.trial.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What callers of durable calls see, over Redis and in memory. */
@Timeout(60)
final class DurableCallsTest {

  private static final Duration WAIT = Duration.ofSeconds(20);
  private static final AtomicInteger NAMESPACES = new AtomicInteger();

  private static final ConcurrentMap<Integer, Integer> RUNS = new ConcurrentHashMap<>();
  private static final Map<Broker, World> WORLDS = new EnumMap<>(Broker.class);
  private static final AtomicReference<CountDownLatch> GO =
      new AtomicReference<>(new CountDownLatch(1));

  @RegisterExtension private final Kept kept = new Kept();
  private World world;
  private Jobs.Stub jobs;

  /** What the tests of one broker share: starting and closing nodes is not what they are about. */
  private record World(Transport transport, RpcNode worker, RpcNode client) {

    static World over(Broker broker) {
      Transport transport = broker.connect();
      RpcNode worker =
          node(transport, "durable", "worker")
              .register(new Jobs.Skeleton(DurableCallsTest::run))
              .start();
      return new World(transport, worker, node(transport, "durable", "client").start());
    }

    static RpcNodeBuilder node(Transport transport, String namespace, String id) {
      return RpcNode.builder(id)
          .transport(transport)
          .namespace(namespace)
          .lease(Duration.ofMillis(900));
    }

    void close() {
      client.close();
      worker.close();
      transport.close();
    }
  }

  @BeforeEach
  void forget() {
    RUNS.clear();
    GO.set(new CountDownLatch(1));
  }

  @AfterEach
  void letGo() {
    GO.get().countDown();
  }

  @AfterAll
  static void end() {
    WORLDS.values().forEach(World::close);
    WORLDS.clear();
  }

  private void start(Broker broker) {
    world = WORLDS.computeIfAbsent(broker, World::over);
    jobs = new Jobs.Stub(world.client().channelToAny());
  }

  /** A node of its own namespace, closed with the test. */
  private RpcNode alone(String id, UnaryOperator<RpcNodeBuilder> more) {
    String namespace = "alone-" + NAMESPACES.get();
    return kept.keep(more.apply(World.node(world.transport(), namespace, id)).start());
  }

  /** Fails below 0, refuses at 13, waits for a signal at 99, says how far it is at 50. */
  private static int run(String method, int number, int millis) throws Exception {
    RUNS.merge(number, 1, Integer::sum);
    if (number == 13) {
      throw new Jobs.RefusedException("thirteen");
    }
    if (number < 0) {
      throw new IllegalStateException("below zero");
    }
    if (number == 99) {
      GO.get().await(20, TimeUnit.SECONDS);
    }
    if (number == 50) {
      CallContext.current().progress(1, 2, "half\u0007way");
      GO.get().await(20, TimeUnit.SECONDS);
    }
    Thread.sleep(millis);
    return 2 * number;
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void resultIsFoundByIdFromAnotherNode(Broker broker) {
    start(broker);
    CallHandle<Integer> call = jobs.withId("report").once(21, 0);
    assertEquals("report", call.id());
    assertEquals(42, call.await(WAIT));
    Jobs.Stub elsewhere = new Jobs.Stub(world.worker().channelToAny());
    CallHandle<Integer> found = elsewhere.attach(Jobs.ONCE, "report");
    assertEquals(42, found.result().join());
    CallStatus status = found.status();
    assertEquals(State.COMPLETED, status.state());
    assertEquals(1, status.attempts());
    assertNotNull(status.times().started());
    assertNotNull(status.times().ended());
    assertNull(status.failure());
    assertFalse(found.cancel());
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void sameIdSubmittedByFiftyAtOnceRunsOnce(Broker broker) {
    start(broker);
    ExecutorService many = Executors.newFixedThreadPool(50);
    kept.keep(many::shutdownNow);
    List<CompletableFuture<Integer>> results = new ArrayList<>();
    for (int caller = 0; caller < 50; caller++) {
      Jobs.Stub stub = caller % 2 == 0 ? jobs : new Jobs.Stub(jobs.channel());
      results.add(
          CompletableFuture.supplyAsync(() -> stub.withId("same").once(5, 20).await(WAIT), many));
    }
    results.forEach(result -> assertEquals(10, result.join()));
    assertEquals(1, RUNS.get(5));
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void takenIdIsRefusedToWhoDoesNotWantToJoin(Broker broker) {
    start(broker);
    jobs.withId("taken").once(1, 0).await(WAIT);
    assertCode(StatusCode.ALREADY_EXISTS, () -> jobs.withId("taken").orFail().once(2, 0));
    assertCode(StatusCode.ALREADY_EXISTS, () -> jobs.withId("taken").again(2, 0));
    assertEquals(
        2, jobs.withId("taken").once(2, 0).await(WAIT), "the first call's arguments count");
    assertNull(RUNS.get(2));
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void callRunsNotBeforeItsTime(Broker broker) {
    start(broker);
    Instant asked = Instant.now();
    CallHandle<Integer> call = jobs.after(Duration.ofMillis(1_500)).once(3, 0);
    CallHandle<Integer> sooner = jobs.at(Instant.now().plusMillis(300)).once(4, 0);
    assertEquals(State.SCHEDULED, call.status().state());
    assertEquals(6, call.await(WAIT));
    assertEquals(8, sooner.await(WAIT));
    CallStatus.Times times = call.status().times();
    assertFalse(Duration.between(times.due(), times.started()).isNegative(), times::toString);
    long ahead = Duration.between(asked, times.due()).toMillis();
    assertTrue(ahead >= 1_450, () -> "due after " + ahead + " ms");
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void callOfTheEndOfTimesIsScheduledAndDoesOthersNoHarm(Broker broker) {
    start(broker);
    for (Instant late : List.of(Instant.MAX, Instant.ofEpochMilli(Long.MAX_VALUE))) {
      assertEquals(State.SCHEDULED, jobs.at(late).once(1, 0).status().state());
    }
    CallHandle<Integer> endless = jobs.after(Duration.ofSeconds(Long.MAX_VALUE)).once(1, 0);
    assertTrue(endless.cancel());
    assertEquals(2, jobs.at(Instant.MIN).once(1, 0).await(WAIT));
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void callToOneNodeWaitsWhileItsServiceIsPaused(Broker broker) {
    start(broker);
    NAMESPACES.incrementAndGet();
    RpcNode client = alone("client", builder -> builder);
    RpcNode node =
        alone("node", builder -> builder.register(new Jobs.Skeleton(DurableCallsTest::run)));
    client.pause("Jobs", PauseMode.WAIT);
    Await.until("it has heard of it", () -> !node.pausedServices().isEmpty());
    Jobs.Stub paused = new Jobs.Stub(client.channelTo("node"));
    assertCode(StatusCode.UNAVAILABLE, () -> paused.plain(71));
    CallHandle<Integer> call = paused.once(70, 0);
    Await.until("it is put off", () -> call.status().times().due() != null);
    assertEquals(0, call.status().attempts());
    assertNull(RUNS.get(70));
    client.resume("Jobs");
    assertEquals(140, call.await(WAIT));
    assertEquals(1, call.status().attempts());
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void cancelledCallThatWaitsNeverRuns(Broker broker) {
    start(broker);
    CallHandle<Integer> call = jobs.after(Duration.ofMillis(300)).once(6, 0);
    CompletableFuture<Integer> result = call.result();
    assertTrue(call.cancel());
    assertEquals(State.CANCELLED, call.status().state());
    assertCode(StatusCode.CANCELLED, () -> call.await(WAIT));
    assertTrue(result.handle((value, failure) -> failure != null).join());
    assertEquals(16, jobs.after(Duration.ofMillis(600)).once(8, 0).await(WAIT));
    assertNull(RUNS.get(6));
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void cancelledCallThatRunsIsInterrupted(Broker broker) {
    start(broker);
    CallHandle<Integer> call = jobs.once(7, 20_000);
    Await.until("it came so far", () -> call.status().state() == State.RUNNING);
    assertTrue(call.cancel());
    assertCode(StatusCode.CANCELLED, () -> call.await(WAIT));
    assertEquals(State.CANCELLED, call.status().state());
    assertEquals(2, jobs.once(1, 0).await(WAIT));
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void idempotentCallThatFailsIsTriedAgainAndThenADeadLetter(Broker broker) {
    start(broker);
    CallHandle<Integer> call = jobs.again(-1, 0);
    assertCode(StatusCode.APPLICATION, () -> call.await(WAIT));
    CallStatus status = call.status();
    assertEquals(State.FAILED, status.state());
    assertEquals(3, status.attempts());
    assertEquals(3, RUNS.get(-1));
    assertInstanceOf(RpcException.class, status.failure());
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void otherCallThatFailsIsNotTriedAgain(Broker broker) {
    start(broker);
    CallHandle<Integer> call = jobs.once(-2, 0);
    assertCode(StatusCode.APPLICATION, () -> call.await(WAIT));
    assertEquals(1, RUNS.get(-2));
    assertEquals(1, call.status().attempts());
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void declaredExceptionIsAnAnswer(Broker broker) {
    start(broker);
    CallHandle<Integer> call = jobs.again(13, 0);
    Exception refused = assertThrows(Jobs.RefusedException.class, () -> call.await(WAIT));
    assertEquals("thirteen", refused.getMessage());
    assertInstanceOf(Jobs.RefusedException.class, call.status().failure());
    assertEquals(1, RUNS.get(13));
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void progressIsKeptWithTheCall(Broker broker) {
    start(broker);
    CallHandle<Integer> call = jobs.once(50, 0);
    Await.until("it came so far", () -> call.status().progress() != null);
    CallStatus.Progress progress = call.status().progress();
    assertEquals(1, progress.done());
    assertEquals(2, progress.total());
    assertFalse(progress.text().contains("\u0007"), progress.text());
    GO.get().countDown();
    assertEquals(100, call.await(WAIT));
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void runEndsWithItsTime(Broker broker) {
    start(broker);
    CallHandle<Integer> call = jobs.withTimeout(Duration.ofMillis(200)).once(9, 20_000);
    assertCode(StatusCode.DEADLINE_EXCEEDED, () -> call.await(WAIT));
    assertEquals(State.FAILED, call.status().state());
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void runAndWaitMayTakeForever(Broker broker) {
    start(broker);
    Duration forever = Duration.ofSeconds(Long.MAX_VALUE);
    assertEquals(14, jobs.withTimeout(forever).once(7, 0).await(forever));
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void shortestTimeOfARunIsNotTheTimeOfItsMethod(Broker broker) {
    start(broker);
    CallHandle<Integer> call = jobs.withTimeout(Duration.ofNanos(1)).once(10, 20_000);
    assertCode(StatusCode.DEADLINE_EXCEEDED, () -> call.await(WAIT));
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void closedNodeSubmitsNothingAndSaysSo(Broker broker) {
    start(broker);
    RpcNode closed = World.node(world.transport(), "durable", "closed").start();
    closed.close();
    Jobs.Stub late = new Jobs.Stub(closed.channelToAny());
    assertCode(StatusCode.CANCELLED, () -> late.once(11, 0));
    assertCode(StatusCode.CANCELLED, () -> late.async().once(11, 0));
    assertFalse(RUNS.containsKey(11));
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void waitThatEndsFirstDoesTheCallNoHarm(Broker broker) {
    start(broker);
    CallHandle<Integer> call = jobs.once(99, 0);
    assertCode(StatusCode.DEADLINE_EXCEEDED, () -> call.await(Duration.ofMillis(50)));
    GO.get().countDown();
    assertEquals(198, call.await(WAIT));
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void unknownIdIsSaidToBeUnknown(Broker broker) {
    start(broker);
    CallHandle<Integer> none = jobs.attach(Jobs.ONCE, "none");
    assertCode(StatusCode.INVALID_ARGUMENT, none::status);
    assertCode(StatusCode.INVALID_ARGUMENT, () -> none.await(WAIT));
    assertCode(StatusCode.INVALID_ARGUMENT, none::cancel);
    assertThrows(IllegalArgumentException.class, () -> jobs.withId("a b"));
    assertThrows(IllegalArgumentException.class, () -> jobs.withId("x".repeat(129)));
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void callWaitsForAWorkerThatIsYetToCome(Broker broker) {
    start(broker);
    NAMESPACES.incrementAndGet();
    jobs = new Jobs.Stub(alone("client", builder -> builder).channelToAny());
    CallHandle<Integer> call = jobs.once(10, 0);
    assertEquals(State.WAITING, call.status().state());
    alone("late", builder -> builder.register(new Jobs.Skeleton(DurableCallsTest::run)));
    assertEquals(20, call.await(WAIT));
  }

  /** Those that begin together are one task, and so are the ends that become known together. */
  @ParameterizedTest
  @EnumSource(Broker.class)
  void runThatBlocksHoldsUpNoneThatBeganWithIt(Broker broker) {
    start(broker);
    NAMESPACES.incrementAndGet();
    jobs = new Jobs.Stub(alone("client", builder -> builder).channelToAny()).async();
    List<CallHandle<Integer>> quick = new ArrayList<>();
    List<CallHandle<Integer>> blocked = new ArrayList<>();
    for (int call = 100; call < 120; call++) {
      quick.add(jobs.once(call, 0));
      if (call % 10 == 0) {
        blocked.add(jobs.once(99, 0));
      }
    }
    quick.forEach(call -> call.accepted().join());
    alone("late", builder -> builder.register(new Jobs.Skeleton(DurableCallsTest::run)));
    for (int call = 0; call < quick.size(); call++) {
      assertEquals(2 * (100 + call), quick.get(call).await(WAIT));
    }
    for (CallHandle<Integer> call : blocked) {
      assertEquals(State.RUNNING, call.status().state());
    }
    GO.get().countDown();
    for (CallHandle<Integer> call : blocked) {
      assertEquals(198, call.await(WAIT));
    }
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void callToOneNodeIsServedByIt(Broker broker) {
    start(broker);
    Jobs.Stub one = new Jobs.Stub(world.client().channelTo("worker"));
    assertEquals(22, one.withId("inbox").after(Duration.ofMillis(100)).once(11, 0).await(WAIT));
    assertCode(StatusCode.INVALID_ARGUMENT, () -> jobs.attach(Jobs.ONCE, "inbox").status());
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void interceptorsSeeDurableCallsOnBothSides(Broker broker) {
    start(broker);
    NAMESPACES.incrementAndGet();
    List<String> seen = new ArrayList<>();
    RpcNode both =
        alone(
            "both",
            builder ->
                builder
                    .intercept(call -> seen(seen, call))
                    .register(new Jobs.Skeleton(DurableCallsTest::run)));
    jobs = new Jobs.Stub(both.channelToAny());
    assertEquals(24, jobs.withHeader("tenant", "a").once(12, 0).await(WAIT));
    assertEquals(List.of("CLIENT Jobs.once a", "SERVER Jobs.once a"), seen);
    assertEquals(24, jobs.async().withHeader("tenant", "b").once(12, 0).await(WAIT));
    assertEquals(List.of("CLIENT Jobs.once b", "SERVER Jobs.once b"), seen.subList(2, 4));
  }

  private static CallObserver seen(List<String> seen, InterceptedCall call) {
    synchronized (seen) {
      seen.add(call.side() + " " + call.method() + " " + call.headers().get("tenant"));
    }
    return CallObserver.NONE;
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void thousandCallsAreEachRunOnce(Broker broker) {
    start(broker);
    ExecutorService many = Executors.newFixedThreadPool(32);
    kept.keep(many::shutdownNow);
    List<CompletableFuture<Integer>> results = new ArrayList<>();
    for (int call = 1_000; call < 2_000; call++) {
      int number = call;
      results.add(
          CompletableFuture.supplyAsync(() -> jobs.once(number, 0), many)
              .thenCompose(CallHandle::result));
    }
    for (int call = 0; call < 1_000; call++) {
      assertEquals(2 * (1_000 + call), results.get(call).join());
      assertEquals(1, RUNS.get(1_000 + call));
    }
  }

  private static void assertCode(StatusCode code, org.junit.jupiter.api.function.Executable call) {
    assertEquals(code, assertThrows(RpcException.class, call).code());
  }
}
