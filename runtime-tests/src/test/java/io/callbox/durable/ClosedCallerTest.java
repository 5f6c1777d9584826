package io.callbox.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.deadletter.DeadLetters;
import io.callbox.internal.failure.StageFailure;
import io.callbox.node.RpcNode;
import io.callbox.registry.NodeRegistry;
import io.callbox.registry.PauseMode;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.Talk;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.trial.Kept;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A closed node says that it is closed, and who waits for Redis hears of the close at once. */
@Timeout(60)
final class ClosedCallerTest {

  /** Longer than any test may take: who hears of the close does not wait so long. */
  private static final Duration LONG = Duration.ofMinutes(5);

  @RegisterExtension private final Kept kept = new Kept();
  private final RedisServer redis = kept.keep(RedisServer.start());

  private RpcNode caller() {
    return kept.keep(
        RpcNode.builder("caller")
            .redis(redis.directUri())
            .timeout(LONG)
            .drain(Duration.ofMillis(500))
            .start());
  }

  @Test
  void everythingThatAsksRedisSaysThatTheNodeIsClosed() {
    RpcNode node = caller();
    Jobs.Stub jobs = new Jobs.Stub(node.channelToAny());
    Talk.Stub talk = new Talk.Stub(node.channelToAny());
    CallHandle<Integer> handle = jobs.once(1, 0);
    NodeRegistry registry = node.registry();
    DeadLetters letters = node.deadLetters("Jobs");
    SubmittedCalls calls = node.submittedCalls("Jobs");
    node.close();
    Map<String, Executable> steps = new LinkedHashMap<>();
    steps.put("status", handle::status);
    steps.put("cancel", handle::cancel);
    steps.put("await", () -> handle.await(LONG));
    steps.put("result", () -> handle.result().join());
    steps.put("attach", () -> jobs.attach(Jobs.ONCE, handle.id()).status());
    steps.put("submit", () -> jobs.once(1, 0));
    steps.put("submit async", () -> jobs.async().once(1, 0).accepted().join());
    steps.put("call", () -> jobs.plain(1));
    steps.put("future", () -> talk.sayAsync("x").join());
    steps.put("one way", () -> talk.note("x"));
    steps.put("pause", () -> node.pause("Jobs", PauseMode.REFUSE));
    steps.put("resume", () -> node.resume("Jobs"));
    steps.put("paused", node::pausedServices);
    steps.put("shards", () -> node.shards("Jobs", 2));
    steps.put("spread", node::spreadServices);
    steps.put("letters", () -> node.deadLetters("Jobs"));
    steps.put("letters of before", () -> letters.count());
    steps.put("inbox letters", () -> node.inboxDeadLetters("caller"));
    steps.put("submitted", () -> node.submittedCalls("Jobs"));
    steps.put("submitted before", calls::count);
    steps.put("queue", () -> node.queue("Jobs"));
    steps.put("waiting", () -> node.waiting("Jobs", 1));
    steps.put("held", () -> node.held("Jobs", 1));
    steps.put("held count", () -> node.heldCount("Jobs"));
    steps.put("inbox", () -> node.inbox("caller"));
    steps.put("queues", node::queues);
    steps.put("registry", registry::nodes);
    List<String> others = new ArrayList<>();
    steps.forEach(
        (name, step) -> {
          RpcException failure = failure(name, assertThrows(RuntimeException.class, step, name));
          String said = failure.code() + " " + failure.getMessage();
          if (failure.code() != StatusCode.CANCELLED || !said.contains("closed")) {
            others.add(name + ": " + said);
          }
        });
    assertEquals(List.of(), others);
  }

  private static RpcException failure(String name, Throwable thrown) {
    return assertInstanceOf(RpcException.class, StageFailure.cause(thrown), name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut", "paused"})
  void waiterForRedisLearnsOfTheClose(String trouble) throws Exception {
    RpcNode node = caller();
    Jobs.Stub jobs = new Jobs.Stub(node.channelToAny());
    Talk.Stub talk = new Talk.Stub(node.channelToAny());
    CallHandle<Integer> handle = jobs.once(1, 0);
    Map<String, Executable> steps = new LinkedHashMap<>();
    steps.put("submit", () -> jobs.withId("a").once(1, 0));
    steps.put("submit async", () -> jobs.async().withId("b").once(1, 0).status());
    steps.put("status", handle::status);
    steps.put("cancel", handle::cancel);
    steps.put("await", () -> handle.await(LONG));
    steps.put("result", () -> handle.result().join());
    steps.put("call", () -> jobs.plain(1));
    steps.put("future", () -> talk.sayAsync("x").join());
    steps.put("one way", () -> talk.note("x"));
    if (trouble.equals("cut")) {
      redis.kill();
    } else {
      redis.pause();
    }
    Map<String, AtomicReference<Throwable>> ends = new LinkedHashMap<>();
    List<Thread> threads = new ArrayList<>();
    steps.forEach(
        (name, step) -> {
          AtomicReference<Throwable> end = new AtomicReference<>();
          ends.put(name, end);
          Thread thread =
              new Thread(
                  () -> end.set(assertThrows(RuntimeException.class, step, name)), // it has to end
                  name);
          thread.start();
          threads.add(thread);
        });
    Await.until("all wait", () -> threads.stream().allMatch(ClosedCallerTest::waits));
    node.close();
    for (Thread thread : threads) {
      thread.join(10_000);
    }
    ends.forEach((name, end) -> assertClosed(name, end.get()));
    if (trouble.equals("cut")) {
      redis.revive();
    } else {
      redis.resume();
    }
  }

  private static boolean waits(Thread thread) {
    Thread.State state = thread.getState();
    return state == Thread.State.WAITING
        || state == Thread.State.TIMED_WAITING
        || state == Thread.State.TERMINATED;
  }

  private static void assertClosed(String name, @Nullable Throwable thrown) {
    assertNotNull(thrown, name);
    RpcException end = failure(name, thrown);
    assertEquals(StatusCode.CANCELLED, end.code(), name + ": " + end);
    assertTrue(String.valueOf(end.getMessage()).contains("closed"), end::toString);
  }
}
