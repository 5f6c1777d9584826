package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.registry.PauseMode;
import io.callbox.testing.Arith;
import io.callbox.testing.Talk;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A flood of one service of a node, whose requests take all of the node's places and block. */
@CallboxTest
@Timeout(120)
final class FloodTest {

  private static final int PLACES = 256;
  private static final int FLOOD = 2_000;

  private final CountDownLatch ebb = new CountDownLatch(1);
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @AfterEach
  void ebb() {
    ebb.countDown();
  }

  @Test
  void otherServicesAreServedWhileAFloodHasAllPlaces(Nodes nodes) {
    nodes.start("both", node -> node, new Talk.Skeleton(this::block), arith());
    List<CompletableFuture<String>> flood = flood(nodes);
    Await.until("the flood has all places", () -> running.get() >= PLACES);
    Arith.Stub arith = new Arith.Stub(client(nodes, "calm").channelToAny());
    for (int factor = 0; factor < 40; factor++) {
      assertEquals(2 * factor, arith.multiply(2, factor));
    }
    CompletableFuture<?>[] crowd =
        IntStream.range(0, 100)
            .mapToObj(factor -> arith.multiplyAsync(2, factor))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(crowd).join();
    assertTrue(running.get() < FLOOD, "the flood still waits");
    ebb();
    flood.forEach(CompletableFuture::join);
  }

  @Test
  void nodeWithANumberOfPlacesRunsNoMoreForOtherServices(Nodes nodes) {
    nodes.start("both", node -> node.concurrency(4), new Talk.Skeleton(this::block), arith());
    List<CompletableFuture<String>> flood = flood(nodes);
    Await.until("the flood has all places", () -> running.get() == 4);
    Arith.Stub arith = new Arith.Stub(client(nodes, "calm").channelToAny());
    CompletableFuture<Integer> calm = arith.multiplyAsync(2, 3);
    ebb();
    assertEquals(6, calm.join());
    flood.forEach(CompletableFuture::join);
    assertTrue(most.get() <= 4, () -> most + " at a time");
  }

  @Test
  void eachRequestOfAFloodAndBesideItRunsOnce(Nodes nodes) {
    Map<String, Integer> runs = new ConcurrentHashMap<>();
    Semaphore drops = new Semaphore(0);
    Talk loud =
        line -> {
          runs.merge(line, 1, Integer::sum);
          drops.acquireUninterruptibly();
          return line;
        };
    Arith quiet =
        (left, right) -> {
          runs.merge("calm " + right, 1, Integer::sum);
          return left * right;
        };
    nodes.start("both", node -> node, new Talk.Skeleton(loud), new Arith.Skeleton(quiet));
    List<CompletableFuture<String>> flood = flood(nodes);
    Await.until("the flood has all places", () -> runs.size() >= PLACES);
    Arith.Stub arith = new Arith.Stub(client(nodes, "calm").channelToAny());
    int calm = FLOOD / 20;
    for (int factor = 0; factor < calm; factor++) {
      drops.release(10);
      assertEquals(2 * factor, arith.multiply(2, factor));
    }
    drops.release(FLOOD);
    for (int each = 0; each < FLOOD; each++) {
      assertEquals("word " + each, flood.get(each).join());
    }
    assertEquals(FLOOD + calm, runs.size());
    assertEquals(Set.of(1), Set.copyOf(runs.values()), runs::toString);
  }

  @Test
  void waitsThatAreCutBesideAFloodBeginAgain(Nodes nodes, RedisServer redis) {
    nodes.start("both", node -> node, new Talk.Skeleton(this::block), arith());
    List<CompletableFuture<String>> flood = flood(nodes);
    Await.until("the flood has all places", () -> running.get() >= PLACES);
    Await.until("others are waited for", () -> waits(redis).size() == 2);
    waits(redis).forEach(wait -> redis.command("CLIENT", "KILL", "ID", wait));
    assertEquals(6, new Arith.Stub(client(nodes, "calm").channelToAny()).multiply(2, 3));
    assertTrue(running.get() < FLOOD, "the flood still waits");
    ebb();
    flood.forEach(CompletableFuture::join);
  }

  @Test
  void serviceThatIsResumedBesideAFloodIsServed(Nodes nodes, RedisServer redis) {
    nodes.start("both", node -> node, new Talk.Skeleton(this::block), arith());
    RpcNode calm = client(nodes, "calm");
    List<CompletableFuture<String>> flood = flood(nodes);
    Await.until("the flood has all places", () -> running.get() >= PLACES);
    calm.pause("Arith", PauseMode.WAIT);
    Await.until("only the inbox is waited for", () -> waits(redis).size() == 1);
    assertTrue(calm.resume("Arith"));
    assertEquals(6, new Arith.Stub(calm.channelToAny()).multiply(2, 3));
    ebb();
    flood.forEach(CompletableFuture::join);
  }

  /** The connections that wait for a request: of queues with few requests in hand. */
  private static List<String> waits(RedisServer redis) {
    return redis
        .command("CLIENT", "LIST")
        .lines()
        .filter(client -> client.contains(" cmd=blmove") && client.contains(" flags=b"))
        .map(client -> client.substring("id=".length(), client.indexOf(' ')))
        .toList();
  }

  private Arith.Skeleton arith() {
    return new Arith.Skeleton(
        (left, right) -> {
          begin();
          running.decrementAndGet();
          return left * right;
        });
  }

  private String block(String line) {
    begin();
    try {
      ebb.await();
      return line;
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
      return "interrupted";
    } finally {
      running.decrementAndGet();
    }
  }

  private void begin() {
    most.accumulateAndGet(running.incrementAndGet(), Math::max);
  }

  private static List<CompletableFuture<String>> flood(Nodes nodes) {
    Talk.Stub talk = new Talk.Stub(client(nodes, "loud").channelToAny());
    return IntStream.range(0, FLOOD).mapToObj(each -> talk.sayAsync("word " + each)).toList();
  }

  private static RpcNode client(Nodes nodes, String id) {
    return nodes.start(id, node -> node.timeout(Duration.ofMinutes(2)));
  }
}
