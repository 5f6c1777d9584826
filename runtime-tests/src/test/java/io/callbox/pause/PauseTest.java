package io.callbox.pause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.registry.PauseMode;
import io.callbox.registry.PausedService;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.Arith;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.Transport;
import io.callbox.trial.Taking;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a pause keeps from running, and what callers hear of it. */
@Timeout(60)
final class PauseTest {

  private static RedisServer redis;

  private final AtomicInteger runs = new AtomicInteger();
  private Transport transport;
  private RpcNode worker;
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
    transport = taking.connect(redis);
    worker = worker("worker", taking);
    caller = node("caller").start();
  }

  private RpcNode worker(String id, Taking taking) {
    return node(id)
        .acknowledge(taking.acknowledge())
        .register(
            new Arith.Skeleton(
                (a, b) -> {
                  runs.incrementAndGet();
                  return a * b;
                }))
        .start();
  }

  private RpcNodeBuilder node(String id) {
    return RpcNode.builder(id).transport(transport).lease(Duration.ofMillis(600));
  }

  @AfterEach
  void stop() {
    caller.resume("Arith");
    caller.close();
    worker.close();
    transport.close();
  }

  private Arith.Stub any() {
    return new Arith.Stub(caller.channelToAny());
  }

  @ParameterizedTest
  @EnumSource(Taking.class)
  void callersWaitAndAreServedWhenThePauseEnds(Taking taking) {
    start(taking);
    assertEquals(56, any().multiply(7, 8));
    caller.pause("Arith", PauseMode.WAIT);
    Await.until("no take is under way", this::isNothingTaken);
    runs.set(0);
    CompletableFuture<Integer> waiting = any().multiplyAsync(2, 3);
    Await.until("it waits", () -> caller.queue("Arith").length() == 1);
    RpcException inbox =
        assertThrows(
            RpcException.class,
            () -> new Arith.Stub(caller.channelTo("worker")).multiply(1, 1),
            "nobody could take it over");
    assertEquals(StatusCode.UNAVAILABLE, inbox.code());
    assertEquals(Executed.NO, inbox.executed());
    assertEquals(0, runs.get());
    assertFalse(waiting.isDone());
    assertTrue(caller.resume("Arith"));
    assertEquals(6, waiting.join());
    assertFalse(caller.resume("Arith"), "the second finds nothing");
  }

  /** A call that waits for twice as long as a take may last: then nothing is taken. */
  private boolean isNothingTaken() {
    CompletableFuture<Integer> trial = any().multiplyAsync(1, 1);
    try {
      trial.get(2, TimeUnit.SECONDS);
      return false;
    } catch (TimeoutException waits) {
      trial.cancel(true);
      Await.until("it is taken back", () -> caller.queue("Arith").length() == 0);
      return true;
    } catch (InterruptedException | ExecutionException failure) {
      throw new AssertionError(failure);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Taking.class,
      names = {"REDIS_ON_ANSWER", "MEMORY"})
  void callersAreRefusedIfTheyAreNotToWait(Taking taking) {
    start(taking);
    assertEquals(56, any().multiply(7, 8));
    caller.pause("Arith", PauseMode.REFUSE);
    Await.until("the caller has heard of it", () -> isRefused(any().multiplyAsync(1, 1)));
    RpcException refused = assertThrows(RpcException.class, () -> any().multiply(1, 1));
    assertEquals("Arith is paused", refused.getMessage());
    assertEquals(Executed.NO, refused.executed());
    assertTrue(refused.retryable());
    caller.resume("Arith");
    Await.until("it is served again", () -> !isRefused(any().multiplyAsync(1, 1)));
  }

  private static boolean isRefused(CompletableFuture<Integer> call) {
    try {
      call.orTimeout(300, TimeUnit.MILLISECONDS).join();
      return false;
    } catch (CompletionException failure) {
      return failure.getCause() instanceof RpcException refused
          && refused.code() == StatusCode.UNAVAILABLE;
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Taking.class,
      names = {"REDIS_ON_ANSWER", "MEMORY"})
  void nodeThatStartsDuringAPauseHonoursIt(Taking taking) {
    start(taking);
    worker.close();
    caller.pause("Arith", PauseMode.WAIT);
    runs.set(0);
    worker = worker("late", taking);
    CompletableFuture<Integer> waiting = any().multiplyAsync(2, 3);
    Await.until("it waits", () -> caller.queue("Arith").length() == 1);
    List<PausedService> paused = worker.pausedServices();
    assertEquals("Arith", paused.get(0).service());
    assertEquals("caller", paused.get(0).by());
    assertEquals(PauseMode.WAIT, paused.get(0).callers());
    assertEquals(0, runs.get());
    caller.resume("Arith");
    assertEquals(6, waiting.join());
  }

  @ParameterizedTest
  @EnumSource(value = Taking.class, names = "REDIS_ON_ANSWER")
  void whateverIsWrittenThereIsAPause(Taking taking) {
    start(taking);
    redis.command("HSET", "{registry:nodes}:paused", "Arith", "no JSON");
    PausedService paused = caller.pausedServices().get(0);
    assertEquals(PauseMode.WAIT, paused.callers());
    assertEquals("", paused.by());
  }
}
