package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RetryPolicy;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.AckMode;
import io.callbox.trial.Tasks;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What goes wrong goes wrong in the same way under the rules of {@code docs/security.md}: a script
 * that lacks a right half way would leave a call told one thing and done another.
 */
@Timeout(60)
final class LeastRulesTest {

  private static final int BOUND = 5;
  private static final int HOLD = 0;
  private static final String QUEUE = "services:Tasks";
  private static final String DEAD_TAKEN = "{services:Tasks}:taken:dead:1";

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);
  private final AtomicInteger runs = new AtomicInteger();
  private RedisServer redis;
  private RpcNode caller;
  private RpcNode worker;

  @BeforeEach
  void start() throws IOException {
    redis = RedisServer.start();
    AccessRules.define(redis, "caller", "Tasks");
    AccessRules.define(redis, "worker", "Tasks");
    caller =
        RpcNode.builder("caller")
            .redis(AccessRules.uri(redis, "caller"))
            .retries(RetryPolicy.NONE)
            .maxQueueLength(BOUND)
            .start();
    worker = serve(AckMode.ON_ANSWER);
  }

  @AfterEach
  void nothingWasRefused() {
    open.countDown();
    caller.close();
    worker.close();
    String refused = redis.command("ACL", "LOG");
    redis.close();
    assertEquals("[]", refused);
  }

  /** Redisson tries once whether it may run a script by its text. */
  private RpcNode serve(AckMode acknowledge) {
    RpcNode started =
        RpcNode.builder("worker")
            .redis(AccessRules.uri(redis, "worker"))
            .lease(Duration.ofMillis(1_500))
            .concurrency(1)
            .acknowledge(acknowledge)
            .register(new Tasks.Skeleton(this::run))
            .start();
    redis.command("ACL", "LOG", "RESET");
    return started;
  }

  /** The call of number {@link #HOLD} ends when the test lets it. */
  private int run(String method, int number, int millis) {
    runs.incrementAndGet();
    if (number == HOLD) {
      begun.countDown();
      Await.latch(open);
    }
    return number;
  }

  @ParameterizedTest
  @EnumSource(AckMode.class)
  void fullQueueRefusesWhatItDoesNotHoldAndHoldsTheRest(AckMode acknowledge) {
    worker.close();
    worker = serve(acknowledge);
    CompletableFuture<Integer> held = any().onceAsync(HOLD, 0);
    Await.latch(begun);
    List<CompletableFuture<Integer>> calls = new ArrayList<>();
    for (int number = 1; number <= 20; number++) {
      calls.add(any().onceAsync(number, 0));
    }
    int refused = 0;
    for (CompletableFuture<Integer> call : calls.subList(BOUND, calls.size())) {
      RpcException failure = failureOf(call);
      assertEquals(StatusCode.RESOURCE_EXHAUSTED, failure.code(), failure::toString);
      assertEquals(Executed.NO, failure.executed());
      refused++;
    }
    open.countDown();
    assertEquals(HOLD, held.join());
    for (CompletableFuture<Integer> call : calls.subList(0, BOUND)) {
      assertTrue(call.join() > 0);
    }
    assertEquals(1 + calls.size() - refused, runs.get());
  }

  @Test
  void callThatTimesOutInTheQueueOrIsCancelledThereIsTakenBack() {
    CompletableFuture<Integer> held = any().onceAsync(HOLD, 0);
    Await.latch(begun);
    for (RpcChannel way : List.of(caller.channelToAny(), caller.channelTo("worker"))) {
      RpcException late = failureOf(hurried(way));
      assertEquals(StatusCode.DEADLINE_EXCEEDED, late.code(), late::toString);
      assertEquals(Executed.NO, late.executed());
      CompletableFuture<Integer> cancelled = new Tasks.Stub(way).onceAsync(2, 0);
      Await.until("it waits", () -> waiting() == 1);
      cancelled.cancel(true);
      Await.until("it is taken back", () -> waiting() == 0);
    }
    RpcException nobody = failureOf(hurried(caller.channelTo("none").waitForProvider()));
    assertEquals(Executed.NO, nobody.executed(), nobody::toString);
    open.countDown();
    assertEquals(HOLD, held.join());
    assertEquals(1, runs.get());
  }

  @Test
  void cancellingReachesWhatRuns() {
    CompletableFuture<Integer> running = any().onceAsync(HOLD, 0);
    Await.latch(begun);
    running.cancel(true);
    Await.until("it has ended", () -> worker.stats().requestsInHand() == 0);
    assertEquals(1, open.getCount(), "by itself");
  }

  @Test
  void requestsOfADeadWorkerRunAgainOrBecomeDeadLetters() {
    open.countDown();
    String again = request("Tasks.again", "a");
    String tooOften = request("Tasks.again", "b");
    redis.command("HSET", "{services:Tasks}:attempts", sha1(tooOften), "2");
    for (String request : List.of(again, tooOften, request("Tasks.once", "c"))) {
      redis.command("LPUSH", DEAD_TAKEN, request);
    }
    redis.command("ZADD", "{services:Tasks}:providers", "1", "dead:1");
    Await.until("a is run", () -> length("replies:gone:a") == 1);
    Await.until("b is given up", () -> length("replies:gone:b") == 1);
    Await.until("c is given up", () -> length("replies:gone:c") == 1);
    assertEquals(1, runs.get());
    Await.until("b and c are buried", () -> length("{services:Tasks}:dead") == 2);
    assertEquals(0, length(DEAD_TAKEN));
    assertEquals("", redis.command("ZSCORE", "{services:Tasks}:providers", "dead:1"));
  }

  private static CompletableFuture<Integer> hurried(RpcChannel way) {
    CallOptions options = CallOptions.DEFAULT.withTimeout(Duration.ofMillis(200));
    return way.callAsync(Tasks.ONCE, out -> out.writeRawValue("[1,0]"), options);
  }

  private Tasks.Stub any() {
    return new Tasks.Stub(caller.channelToAny());
  }

  private long waiting() {
    return length(QUEUE) + length("nodes:worker");
  }

  private long length(String list) {
    return Long.parseLong(redis.command("LLEN", list));
  }

  private String sha1(String text) {
    return redis.command("EVAL", "return redis.sha1hex(ARGV[1])", "0", text);
  }

  private static String request(String method, String id) {
    return "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"method\":\"%s\",\"replyTo\":\"replies:gone:%s\",\"params\":[7,8]}"
        .formatted(id, method, id);
  }

  private static RpcException failureOf(CompletableFuture<?> call) {
    CompletionException failure = assertThrows(CompletionException.class, call::join);
    return assertInstanceOf(RpcException.class, failure.getCause());
  }
}
