package io.callbox.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.failure.StageFailure;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallStatus.State;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.Transport;
import io.callbox.trial.Kept;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Durable calls that are submitted without waiting for Redis. */
@Timeout(60)
final class AsyncSubmissionTest {

  private static final Duration WAIT = Duration.ofSeconds(20);

  /** Less than the pause after which who waits looks by itself. */
  private static final Duration AT_ONCE = Duration.ofMillis(1_500);

  private final ConcurrentMap<Integer, Integer> runs = new ConcurrentHashMap<>();
  @RegisterExtension private final Kept kept = new Kept();
  private Jobs.Stub jobs;

  private void start(Broker broker) {
    Transport transport = kept.keep(broker.connect());
    kept.keep(
        RpcNode.builder("worker")
            .transport(transport)
            .namespace("async")
            .register(new Jobs.Skeleton((method, number, millis) -> run(number)))
            .start());
    RpcNode client =
        kept.keep(RpcNode.builder("client").transport(transport).namespace("async").start());
    jobs = new Jobs.Stub(client.channelToAny());
  }

  private int run(int number) {
    runs.merge(number, 1, Integer::sum);
    return 2 * number;
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void eachOfThousandCallsIsAcceptedAndRunsOnce(Broker broker) {
    start(broker);
    List<CallHandle<Integer>> calls = new ArrayList<>();
    for (int number = 0; number < 1_000; number++) {
      calls.add(jobs.async().once(number, 0));
    }
    for (int number = 0; number < 1_000; number++) {
      CallHandle<Integer> call = calls.get(number);
      assertEquals(2 * number, call.result().join());
      assertSame(call, call.accepted().join());
      assertEquals(1, runs.get(number));
    }
    assertEquals(State.COMPLETED, calls.get(0).status().state());
    assertEquals(2, jobs.attach(Jobs.ONCE, calls.get(1).id()).await(WAIT));
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void handleOfACallThatIsRefusedFailsAsItsSubmissionWouldHave(Broker broker) {
    start(broker);
    jobs.withId("taken").once(1, 0).await(WAIT);
    CallHandle<Integer> refused = jobs.async().withId("taken").orFail().once(2, 0);
    assertTaken(() -> refused.accepted().join());
    assertTaken(() -> refused.result().join());
    assertTaken(refused::status);
    assertTaken(refused::cancel);
    assertTaken(() -> refused.await(WAIT));
    assertEquals(2, jobs.async().withId("taken").once(2, 0).await(WAIT), "who may join does");
  }

  private static void assertTaken(org.junit.jupiter.api.function.Executable call) {
    Throwable failure = assertThrows(RuntimeException.class, call);
    RpcException taken = assertInstanceOf(RpcException.class, StageFailure.cause(failure));
    assertEquals(StatusCode.ALREADY_EXISTS, taken.code());
  }

  /** Whoever waits for a call of its own relies on hints: not on those that came before. */
  @ParameterizedTest
  @EnumSource(Broker.class)
  void endIsKnownAtOnceThoughItsHintCameBeforeAnybodyWaited(Broker broker) {
    start(broker);
    jobs.once(1, 0).await(WAIT);
    for (Jobs.Stub stub : List.of(jobs, jobs.async(), jobs.withId("joined"))) {
      CallHandle<Integer> call = stub.once(2, 0);
      Await.until("it has ended", () -> call.status().state() == State.COMPLETED);
      assertEquals(4, call.await(AT_ONCE));
      assertEquals(4, call.await(AT_ONCE), "and for who asks again");
    }
    assertEquals(4, jobs.withId("joined").once(2, 0).await(AT_ONCE));
  }

  @Test
  void handleIsThereThoughRedisDoesNotAnswer() {
    try (RedisServer redis = RedisServer.start();
        RpcNode client =
            RpcNode.builder("client")
                .redis(redis.directUri())
                .timeout(Duration.ofMillis(700))
                .start()) {
      Jobs.Stub hasty = new Jobs.Stub(client.channelToAny()).async();
      CallHandle<Integer> first = hasty.once(1, 0);
      first.accepted().join();
      first.result();
      redis.pause();
      CallHandle<Integer> call = hasty.withId("late").once(1, 0);
      CompletableFuture<Integer> result = call.result();
      assertEquals("late", call.id());
      RpcException late =
          assertInstanceOf(
              RpcException.class,
              assertThrows(CompletionException.class, () -> call.accepted().join()).getCause());
      redis.resume();
      assertEquals(StatusCode.UNAVAILABLE, late.code());
      assertEquals(Executed.UNKNOWN, late.executed());
      assertTrue(result.isCompletedExceptionally() || call.result().isCompletedExceptionally());
    }
  }
}
