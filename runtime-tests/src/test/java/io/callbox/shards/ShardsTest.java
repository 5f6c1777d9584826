package io.callbox.shards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.deadletter.BulkProgress;
import io.callbox.deadletter.DeadLetters;
import io.callbox.deadletter.ReplayOptions;
import io.callbox.deadletter.ReplayOutcome;
import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.registry.PauseMode;
import io.callbox.registry.SpreadService;
import io.callbox.testing.Arith;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.Namespace;
import io.callbox.transport.PushOptions;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import io.callbox.trial.Taking;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Services that are spread over several queues. */
@Timeout(60)
final class ShardsTest {

  private static final Duration LEASE = Duration.ofMillis(300);

  private static final String DEAD_LETTER =
      "{\"reason\":\"died\",\"at\":1,\"mayHaveRun\":false,\"request\":";

  private static RedisServer redis;

  private final List<RpcNode> nodes = new ArrayList<>();
  private final ConcurrentHashMap<Integer, Integer> runs = new ConcurrentHashMap<>();
  private final AtomicLong pushes = new AtomicLong();
  private String namespace = "";
  private Transport transport;
  private PushedTo pushedTo;
  private RpcNode caller;

  @BeforeAll
  static void startRedis() {
    redis = RedisServer.start();
  }

  @AfterAll
  static void stopRedis() {
    redis.close();
  }

  private void start(Taking taking) {
    namespace = "n" + System.nanoTime();
    transport = taking.connect(redis);
    pushedTo = new PushedTo(transport);
    caller = keep(node("caller", pushedTo).start());
  }

  private RpcNode worker(String id, Taking taking) {
    return keep(
        node(id, transport)
            .acknowledge(taking.acknowledge())
            .register(
                new Arith.Skeleton(
                    (a, b) -> {
                      runs.merge(a, 1, Integer::sum);
                      return a * b;
                    }))
            .start());
  }

  private RpcNode keep(RpcNode node) {
    nodes.add(0, node);
    return node;
  }

  private RpcNodeBuilder node(String id, Transport way) {
    return RpcNode.builder(id).namespace(namespace).transport(way).lease(LEASE);
  }

  @AfterEach
  void stop() {
    nodes.parallelStream().forEach(RpcNode::close);
    transport.close();
  }

  private Arith.Stub any() {
    return new Arith.Stub(caller.channelToAny());
  }

  /** Calls that a worker on a busy machine, whose lease has ended for a moment, does not fail. */
  private Arith.Stub waiting() {
    return new Arith.Stub(caller.channelToAny().waitForProvider());
  }

  private QueueName shard(int number) {
    return Namespace.of(namespace).shards("Arith", 4).get(number);
  }

  private void awaitProviders(int number, int workers) {
    Await.until("shard " + number + " has " + workers, () -> providers(number) == workers);
  }

  private int providers(int number) {
    return transport.leases().providers(shard(number)).toCompletableFuture().join().size();
  }

  private void callAll(int from, int count) {
    List<CompletableFuture<Integer>> products = new ArrayList<>();
    IntStream.range(from, from + count).forEach(n -> products.add(any().multiplyAsync(n, 2)));
    for (int at = 0; at < count; at++) {
      assertEquals(2 * (from + at), products.get(at).join());
    }
  }

  private void pushByHand(int shard, int a) {
    pushByHand(shard, request(a));
  }

  private static String request(int a) {
    return "{\"jsonrpc\":\"2.0\",\"method\":\"multiply\",\"params\":[%d,1]}".formatted(a);
  }

  private void pushByHand(int shard, String request) {
    transport
        .push(
            shard(shard),
            List.of(request.getBytes(StandardCharsets.UTF_8)),
            new PushOptions(true, 10, "hand", pushes.incrementAndGet()))
        .toCompletableFuture()
        .join();
  }

  @ParameterizedTest
  @EnumSource(Taking.class)
  void callsAreSpreadAndAllAnsweredOnce(Taking taking) {
    start(taking);
    worker("one", taking);
    worker("two", taking);
    callAll(0, 300);
    assertEquals(Set.of(shard(0)), pushedTo.queues(), "nothing is spread unless it is said");
    caller.shards("Arith", 4);
    awaitProviders(3, 2);
    Await.until("calls go to all shards", this::isSpread);
    runs.clear();
    callAll(0, 1_000);
    assertEquals(1_000, runs.size());
    assertTrue(runs.values().stream().allMatch(count -> count == 1), "each runs once");
  }

  private boolean isSpread() {
    callAll(10_000, 300);
    return pushedTo.queues().size() == 4;
  }

  @ParameterizedTest
  @EnumSource(Taking.class)
  void numberChangesUnderLoadAndEachCallRunsOnce(Taking taking) throws Exception {
    start(taking);
    worker("one", taking);
    worker("two", taking);
    try (Churn churn = new Churn(number -> waiting().multiplyAsync(number, 2))) {
      for (int shards : new int[] {4, 2, 3, 1}) {
        caller.shards("Arith", shards);
        churn.awaitMore(500);
        Await.until("calls go to " + shards, () -> usesExactly(shards, churn));
      }
      churn.end();
      assertEquals(List.of(), churn.failures());
      assertEquals(churn.calls(), runs.size());
      assertTrue(runs.values().stream().allMatch(count -> count == 1), "each runs once");
    }
    SpreadService spread = caller.spreadServices().get(0);
    assertEquals("Arith", spread.service());
    assertEquals(1, spread.shards());
    assertEquals(4, spread.most());
  }

  private boolean usesExactly(int shards, Churn churn) {
    pushedTo.clear();
    churn.awaitMore(500);
    return pushedTo.queues().equals(Set.copyOf(Namespace.of(namespace).shards("Arith", shards)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Taking.class,
      names = {"REDIS_ON_ANSWER", "MEMORY"})
  void requestInAFormerShardIsTakenByAProviderThatStarts(Taking taking) {
    start(taking);
    caller.shards("Arith", 4);
    pushByHand(3, 7);
    caller.shards("Arith", 1);
    worker("late", taking);
    Await.until("it runs", () -> runs.containsKey(7));
  }

  /** In memory this is tried in virtual time: see the simulated network's tests. */
  @ParameterizedTest
  @EnumSource(value = Taking.class, names = "REDIS_ON_ANSWER")
  void shardIsLeftWhenItIsEmptyAndTakenUpAgainForWhatStrayed(Taking taking) {
    start(taking);
    worker("one", taking);
    caller.shards("Arith", 2);
    awaitProviders(1, 1);
    caller.shards("Arith", 1);
    Await.until("it is left", () -> providers(1) == 0);
    pushByHand(1, 7);
    Await.until("what strayed runs", () -> runs.containsKey(7));
  }

  @ParameterizedTest
  @EnumSource(
      value = Taking.class,
      names = {"REDIS_ON_ANSWER", "MEMORY"})
  void shardThatNobodyTakesFromIsPassedBy(Taking taking) {
    start(taking);
    caller.shards("Arith", 4);
    assertEquals(4, caller.spreadServices().get(0).shards(), "it knows");
    QueueName own = shard(0);
    Worker old = new Worker("old", "1");
    transport.leases().renew(List.of(own), old, Duration.ofMinutes(1)).toCompletableFuture().join();
    for (int number = 0; number < 300; number++) {
      any().multiplyAsync(number, 1);
    }
    Await.until("all wait in the service's own queue", () -> caller.queue("Arith").length() > 0);
    for (int number = 1; number < 4; number++) {
      assertEquals(0, backlog(number), "nobody has a lease on it");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Taking.class,
      names = {"REDIS_ON_ANSWER", "MEMORY"})
  void pauseHoldsForAllShards(Taking taking) {
    start(taking);
    caller.shards("Arith", 3);
    RpcNode worker = worker("one", taking);
    awaitProviders(2, 1);
    caller.pause("Arith", PauseMode.WAIT);
    assertEquals(1, worker.pausedServices().size(), "it knows");
    pushByHand(0, 1);
    pushByHand(1, 2);
    pushByHand(2, 3);
    Await.until("a service's queue is all its shards", () -> caller.queue("Arith").length() == 3);
    assertEquals(3, caller.waiting("Arith", 10).size());
    assertEquals(0, runs.size());
    caller.resume("Arith");
    Await.until("all run", () -> runs.size() == 3);
  }

  @ParameterizedTest
  @EnumSource(
      value = Taking.class,
      names = {"REDIS_ON_ANSWER", "MEMORY"})
  void deadLettersOfAllShardsAreOneList(Taking taking) {
    start(taking);
    caller.shards("Arith", 3);
    assertEquals(3, caller.spreadServices().get(0).shards(), "it knows");
    for (int number = 0; number < 3; number++) {
      byte[] entry = (DEAD_LETTER + request(number) + '}').getBytes(StandardCharsets.UTF_8);
      transport
          .leases()
          .deadLetter(shard(number), new Worker("b", "1"), number, entry)
          .toCompletableFuture()
          .join();
    }
    DeadLetters letters = caller.deadLetters("Arith");
    assertEquals(3, letters.count());
    assertEquals(
        List.of(1, 1, 1),
        IntStream.range(0, 3).mapToObj(at -> letters.list(at, 1).size()).toList());
    String last = letters.list(2, 1).get(0).id();
    assertEquals(ReplayOutcome.REPLAYED, letters.replay(last, ReplayOptions.DEFAULT));
    assertEquals(1, backlog(2), "it goes back to where it died");
    assertEquals(2, letters.dropAll(each -> true, BulkProgress.NONE).done());
    assertEquals(0, letters.count());
  }

  private int backlog(int number) {
    return transport.backlog(shard(number)).toCompletableFuture().join().length();
  }

  @ParameterizedTest
  @EnumSource(value = Taking.class, names = "MEMORY")
  void thereAreOneToSixtyFour(Taking taking) {
    start(taking);
    assertThrows(IllegalArgumentException.class, () -> caller.shards("Arith", 0));
    assertThrows(IllegalArgumentException.class, () -> caller.shards("Arith", 65));
  }
}
