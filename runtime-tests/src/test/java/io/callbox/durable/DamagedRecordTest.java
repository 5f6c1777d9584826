package io.callbox.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.deadletter.DeadLetter;
import io.callbox.node.AccessRules;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallStatus.State;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.trial.Kept;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Any program that submits calls may write anything to their records. What it does to one call
 * concerns no other. The worker has the least rights that it needs.
 */
@Timeout(120)
final class DamagedRecordTest {

  private static final Duration WAIT = Duration.ofSeconds(60);
  private static final int CALLS = 8;
  private static final int BAD = 3;

  @RegisterExtension private final Kept kept = new Kept();
  private final RedisServer redis = kept.keep(RedisServer.start());
  private final List<CallHandle<Integer>> calls = new ArrayList<>();
  private final AtomicInteger runs = new AtomicInteger();
  private final AtomicInteger badRuns = new AtomicInteger();
  private final CountDownLatch open = new CountDownLatch(1);
  private RpcNode client;

  @BeforeEach
  void submit() throws IOException {
    AccessRules.define(redis, "worker", "Jobs");
    AccessRules.add(redis, "worker", "worker, durable", "Jobs");
    client = kept.keep(RpcNode.builder("client").redis(redis.directUri()).start());
    Jobs.Stub jobs = new Jobs.Stub(client.channelToAny());
    for (int call = 0; call < CALLS; call++) {
      calls.add(jobs.withId("call-" + call).once(call, 0));
    }
  }

  @AfterEach
  void letGo() {
    open.countDown();
  }

  private void serve() throws IOException {
    kept.keep(
        RpcNode.builder("worker")
            .redis(AccessRules.uri(redis, "worker"))
            .lease(Duration.ofMillis(900))
            .concurrency(CALLS)
            .register(new Jobs.Skeleton(this::run))
            .start());
  }

  private int run(String method, int number, int millis) {
    runs.incrementAndGet();
    if (number == BAD) {
      badRuns.incrementAndGet();
    }
    Await.latch(open);
    return 2 * number;
  }

  private static String record(int call) {
    return "{services:Jobs}:call:call-" + call;
  }

  private void replaceByText() {
    redis.command("DEL", record(BAD));
    redis.command("SET", record(BAD), "no record");
  }

  private void assertOthersComplete() {
    for (int call = 0; call < CALLS; call++) {
      if (call != BAD) {
        assertEquals(2 * call, calls.get(call).await(WAIT));
      }
    }
  }

  private DeadLetter awaitDeadLetter() {
    Await.until(
        "the request is a dead letter", () -> client.deadLetters("Jobs").list(0, 10).size() == 1);
    Await.until("nothing is held", () -> !redis.command("KEYS", "*").contains(":taken:"));
    return client.deadLetters("Jobs").list(0, 10).get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "due abc",
        "due nan",
        "due -inf",
        "submitted abc",
        "attempts abc",
        "attempts 1e400"
      })
  void callWithAMemberThatIsNoNumberRunsLikeTheOthers(String member) throws Exception {
    String[] nameAndText = member.split(" ", -1);
    redis.command("HSET", record(BAD), "state", "SCHEDULED", nameAndText[0], nameAndText[1]);
    open.countDown();
    serve();
    assertOthersComplete();
    assertEquals(2 * BAD, calls.get(BAD).await(WAIT));
    assertEquals(1, badRuns.get());
    assertEquals(1, calls.get(BAD).status().attempts());
  }

  @Test
  void callWithoutARecordThatCanBeReadNeverBeginsAndTheOthersDo() throws Exception {
    replaceByText();
    open.countDown();
    serve();
    assertOthersComplete();
    awaitDeadLetter();
    assertEquals(0, badRuns.get());
    redis.command("DEL", record(BAD));
  }

  @Test
  void recordThatIsReplacedWhileItsCallRunsLosesNoResultOfAnother() throws Exception {
    serve();
    Await.until("all run", () -> runs.get() == CALLS);
    replaceByText();
    open.countDown();
    assertOthersComplete();
    assertTrue(awaitDeadLetter().mayHaveRun());
    assertEquals(1, badRuns.get());
    assertEquals(State.COMPLETED, calls.get(0).status().state());
  }
}
