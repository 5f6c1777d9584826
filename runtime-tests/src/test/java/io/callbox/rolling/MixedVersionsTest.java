package io.callbox.rolling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.ContractMode;
import io.callbox.node.RpcNode;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two versions of a contract on one Redis: what becomes of requests and results in between. */
final class MixedVersionsTest {

  private static final String FULL_NAME = "shop.Orders";

  @TempDir private static Path folder;
  private static CompiledContract old;
  private static CompiledContract wider;
  private static RedisServer redis;

  @BeforeAll
  static void compileAndStartRedis() throws Exception {
    redis = RedisServer.start();
    old = compiled("old", "String place(String item); String kind(String item);");
    wider =
        compiled(
            "wider",
            """
            enum Kind { NUT, BOLT }
            record Found(Kind kind) {}
            String place(String item); Found kind(String item); String total(String item);
            """);
  }

  private static CompiledContract compiled(String name, String body) throws Exception {
    return CompiledContract.of(Files.createDirectory(folder.resolve(name)), FULL_NAME, body);
  }

  @AfterAll
  static void stopRedis() {
    redis.close();
  }

  @BeforeEach
  void empty() {
    redis.command("FLUSHALL");
  }

  private static RpcNode worker(String id, CompiledContract contract) {
    return RpcNode.builder(id)
        .redis(redis.uri())
        .register(
            contract.skeleton(
                (self, method, values) -> method.getReturnType() == String.class ? id : null))
        .start();
  }

  private static RpcNode client() {
    return RpcNode.builder("client").redis(redis.uri()).start();
  }

  @Test
  void workerWithTheMethodServesItAlsoIfAnotherTakesTheRequest() throws Exception {
    try (RpcNode first = worker("old-1", old);
        RpcNode second = worker("old-2", old);
        RpcNode newer = worker("new-1", wider);
        RpcNode client = client()) {
      CalledContract orders = wider.through(client.channelToAny());
      for (int count = 0; count < 100; count++) {
        assertEquals("new-1", orders.call("total", "nut"));
      }
      assertEquals(2, first.registry().providersOf("Orders").size() - 1, second::id);
      assertTrue(newer.health().ready());
    }
  }

  @Test
  void methodThatNobodyHasIsStillUnimplemented() throws Exception {
    try (RpcNode worker = worker("old-1", old);
        RpcNode client = client()) {
      CalledContract orders = wider.through(client.channelToAny());
      RpcException refused = assertThrows(RpcException.class, () -> orders.call("total", "nut"));
      assertEquals(StatusCode.UNIMPLEMENTED, refused.code());
      assertEquals("old-1", worker.id());
    }
  }

  /** A program that pushes by hand names the method alone, and no reply list. */
  @Test
  void requestByHandIsAnsweredByWhoServesIt() throws Exception {
    try (RpcNode older = worker("old-1", old);
        RpcNode newer = worker("new-1", wider)) {
      for (int id = 0; id < 20; id++) {
        redis.command(
            "LPUSH",
            "services:Orders",
            "{\"jsonrpc\":\"2.0\",\"id\":\"%d\",\"method\":\"total\",\"params\":[\"nut\"]}"
                .formatted(id));
        String answer = redis.command("BRPOP", "nodes:new-1:" + id, "5");
        assertTrue(answer.contains("\"result\":\"new-1\""), answer);
      }
      assertEquals(2, older.registry().nodes().size());
      assertEquals("new-1", newer.id());
    }
  }

  /** It has been marked, and whoever has it serves it: it does not go round. */
  @Test
  void requestIsHandedOverOnce() throws Exception {
    try (RpcNode older = worker("old-1", old);
        RpcNode newer = worker("new-1", wider)) {
      redis.command(
          "LPUSH",
          "nodes:old-1",
          "{\"handedOver\":\"Orders\",\"jsonrpc\":\"2.0\",\"id\":\"1\",\"method\":\"total\",\"params\":[\"nut\"]}");
      String answer = redis.command("BRPOP", "nodes:old-1:1", "5");
      assertTrue(answer.contains("UNIMPLEMENTED"), answer);
      assertEquals(2, older.registry().nodes().size());
      assertEquals("new-1", newer.id());
    }
  }

  /** A new worker that serves one call at a time, and none before its release. */
  private RpcNode busy(CountDownLatch release) {
    return RpcNode.builder("new-1")
        .redis(redis.uri())
        .concurrency(1)
        .register(
            wider.skeleton(
                (self, method, values) -> {
                  release.await();
                  return "new-1";
                }))
        .start();
  }

  /** What was given to a node that ends before its turn goes back to where it came from. */
  @Test
  void requestHandedOverToAnEndingNodeIsServedByAnother() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    RpcNode busy = busy(release);
    try (RpcNode older = worker("old-1", old);
        RpcNode client = client()) {
      CalledContract orders = wider.through(client.channelToAny());
      CompletableFuture<Object> first = async(orders);
      CompletableFuture<Object> second = async(orders);
      Await.until(
          "one runs, and another waits in the inbox of the node that is busy",
          () -> redis.command("LLEN", "nodes:new-1").equals("1"));
      CompletableFuture<Void> closing =
          CompletableFuture.runAsync(busy::close, MixedVersionsTest::inItsOwnThread);
      Await.until("it is off the registry", () -> older.registry().node("new-1").isEmpty());
      try (RpcNode next = worker("new-2", wider)) {
        release.countDown();
        closing.join();
        assertEquals("new-1new-2", sorted(first.join(), second.join()));
        assertEquals("new-2", next.id());
      }
    }
  }

  /**
   * One that may come twice is claimed by the node that runs it, not by those it passes through.
   */
  @Test
  void claimedRequestIsNotLostOnItsWayBack() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    RpcNode busy = busy(release);
    try (RpcNode older = worker("old-1", old);
        RpcNode client = client()) {
      CompletableFuture<Object> first = async(wider.through(client.channelToAny()));
      Await.until("it runs", () -> busy.stats().requestsInHand() == 1);
      redis.command(
          "LPUSH",
          "services:Orders",
          "{\"jsonrpc\":\"2.0\",\"id\":\"77\",\"deadline\":%d,\"method\":\"total\",\"params\":[\"nut\"]}"
              .formatted(System.currentTimeMillis() + 60_000));
      Await.until(
          "it waits in the inbox of the node that is busy",
          () -> redis.command("LLEN", "nodes:new-1").equals("1"));
      CompletableFuture<Void> closing =
          CompletableFuture.runAsync(busy::close, MixedVersionsTest::inItsOwnThread);
      Await.until("it is off the registry", () -> older.registry().node("new-1").isEmpty());
      try (RpcNode next = worker("new-2", wider)) {
        release.countDown();
        closing.join();
        assertEquals("new-1", first.join());
        String answer =
            redis.command("BRPOP", "nodes:" + next.id() + ":77", "nodes:old-1:77", "10");
        assertTrue(answer.contains("\"result\":\"new-2\""), answer);
      }
    }
  }

  private static String sorted(Object one, Object other) {
    String first = String.valueOf(one);
    String second = String.valueOf(other);
    return first.compareTo(second) < 0 ? first + second : second + first;
  }

  private static CompletableFuture<Object> async(CalledContract orders) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return orders.call("total", "nut");
          } catch (Exception failure) {
            return failure;
          }
        },
        MixedVersionsTest::inItsOwnThread);
  }

  /** From JDK 25 on, the common pool has one thread on a machine of two cores. */
  private static void inItsOwnThread(Runnable task) {
    new Thread(task).start();
  }

  @Test
  void resultThatCannotBeReadNamesTheChangeAndBothRevisions() throws Exception {
    try (RpcNode worker = worker("old-1", old);
        RpcNode client = client()) {
      CalledContract orders = wider.through(client.channelToAny());
      RpcException unread = assertThrows(RpcException.class, () -> orders.call("kind", "nut"));
      assertEquals(StatusCode.INTERNAL, unread.code());
      assertEquals(Executed.YES, unread.executed());
      String message = String.valueOf(unread.getMessage());
      String theirs = worker.registry().providersOf("Orders").get(0).services().get(0).revision();
      assertTrue(message.contains("Node old-1 serves revision " + theirs), message);
      assertTrue(message.contains("This client was compiled against revision "), message);
      assertTrue(message.contains("Orders.kind.result (type-changed"), message);
    }
  }

  @Test
  void requestThatWaitsAndThatNobodyCouldServeIsSeenAtTheStart() {
    redis.command(
        "LPUSH", "services:Orders", "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"method\":\"gone\"}");
    redis.command(
        "LPUSH",
        "services:Orders",
        "{\"jsonrpc\":\"2.0\",\"id\":\"2\",\"method\":\"Orders.place\",\"params\":{\"item\":7}}");
    redis.command("LPUSH", "services:Orders", "no request at all");
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> start(ContractMode.REFUSE));
    String message = String.valueOf(refused.getMessage());
    assertTrue(
        message.contains("gone waits in services:Orders: this version has no such"), message);
    assertTrue(message.contains("Orders.place waits in services:Orders: "), message);
    assertTrue(message.contains("'item'"), message);
    assertEquals("3", redis.command("LLEN", "services:Orders"));
    start(ContractMode.WARN).close();
    redis.command("DEL", "services:Orders");
    start(ContractMode.REFUSE).close();
  }

  /** Readers grant items every few seconds, also to a node that has just been killed. */
  @Test
  void nodeStartsAlthoughReadersOfItsPredecessorHaveGrantedItems() {
    redis.command(
        "LPUSH",
        "nodes:new-1",
        "{\"jsonrpc\":\"2.0\",\"method\":\"rpc.credit\",\"params\":{\"call\":\"%s\",\"upTo\":96}}"
            .formatted("reader-mK3_x9ZcVYwq0bR7tLd2Ag-1"));
    try (RpcNode started = start(ContractMode.REFUSE)) {
      Await.until("it is received", () -> redis.command("LLEN", "nodes:new-1").equals("0"));
      assertEquals("new-1", started.id());
    }
  }

  private static RpcNode start(ContractMode mode) {
    return RpcNode.builder("new-1")
        .redis(redis.uri())
        .contracts(mode)
        .register(old.skeleton((self, method, values) -> "served"))
        .start();
  }
}
