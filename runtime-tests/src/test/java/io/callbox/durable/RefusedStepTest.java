package io.callbox.durable;

import static io.callbox.durable.StepwiseWorker.job;
import static io.callbox.durable.StepwiseWorker.join;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.durable.StepwiseWorker.Job;
import io.callbox.node.AccessRules;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallStatus.State;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.CallStore.Verdict;
import io.callbox.transport.DeadLetterStore.Replacement;
import io.callbox.transport.DeadLetterStore.Replay;
import io.callbox.transport.Delivery;
import io.callbox.transport.Namespace;
import io.callbox.transport.PushOptions;
import io.callbox.transport.RunBegin;
import io.callbox.transport.RunEnd.Ending;
import io.callbox.transport.Worker;
import io.callbox.transport.redisson.RedissonTransport;
import io.callbox.trial.Kept;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Somebody takes a right from a user of Redis, so that a script fails half-way, and keeps what it
 * has written until then. No request is lost: the step succeeds when the right is back.
 */
@Timeout(120)
final class RefusedStepTest {

  private static final Job JOB = job("call", "once");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @RegisterExtension private final Kept kept = new Kept();
  private final RedisServer redis = kept.keep(RedisServer.start());
  private RedissonTransport transport;
  private StepwiseWorker worker;
  private Jobs.Stub jobs;

  @BeforeEach
  void start() {
    String uri = AccessRules.allowAllBut(redis, "worker");
    transport = kept.keep(RedissonTransport.connect(uri));
    worker = new StepwiseWorker(transport, Namespace.NONE, new Worker("worker", "1"));
    RpcNode client = kept.keep(RpcNode.builder("client").redis(redis.directUri()).start());
    jobs = new Jobs.Stub(client.channelToAny());
  }

  private void take(String right) {
    redis.command("ACL", "SETUSER", "worker", "-" + right);
  }

  private void giveBack(String right) {
    redis.command("ACL", "SETUSER", "worker", "+" + right);
  }

  private static void assertDenied(Runnable step) {
    CompletionException denied = assertThrows(CompletionException.class, step::run);
    RpcException cause = (RpcException) denied.getCause();
    assertEquals(StatusCode.PERMISSION_DENIED, cause.code(), cause::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETED, hset, COMPLETED, 0, 0, 0",
    "COMPLETED, pexpire, COMPLETED, 0, 0, 0",
    "FAILED, lpush, FAILED, 0, 0, 1",
    "FAILED, hset, FAILED, 0, 0, 2",
    "AGAIN, zadd, SCHEDULED, 0, 1, 0",
    "AGAIN, hset, SCHEDULED, 0, 1, 0",
    "AGAIN, hdel, SCHEDULED, 0, 1, 0",
    "RETURNED, rpush, WAITING, 1, 0, 0",
    "RETURNED, hset, WAITING, 2, 0, 0",
    "PUT_OFF, zadd, SCHEDULED, 0, 1, 0",
  })
  void requestOfAnEndThatIsDeniedStaysHeld(
      Ending ending, String right, String then, String queued, String scheduled, String dead) {
    jobs.withId("call").once(1, 0);
    Delivery request = worker.takeAndBegin(JOB, 1);
    take(right);
    assertDenied(() -> worker.end(request, JOB, 1, ending));
    assertEquals("1", redis.command("LLEN", "{services:Jobs}:taken:worker:1"));
    giveBack(right);
    worker.end(request, JOB, 1, ending);
    assertEquals("0", redis.command("EXISTS", "{services:Jobs}:taken:worker:1"));
    assertEquals(then, redis.command("HGET", "{services:Jobs}:call:call", "state"));
    assertEquals(queued, redis.command("LLEN", "services:Jobs"));
    assertEquals(scheduled, redis.command("ZCARD", "{services:Jobs}:later"));
    assertEquals(dead, redis.command("LLEN", "{services:Jobs}:dead"));
  }

  @Test
  void earlyRequestThatCannotBeScheduledStaysHeld() {
    long due = System.currentTimeMillis() + MINUTE.toMillis();
    push("early");
    Delivery request = worker.take();
    RunBegin run = new RunBegin(request, "early", "once", due, 0, MINUTE, MINUTE, worker.run(1));
    take("zadd");
    assertDenied(() -> begin(run));
    assertEquals("1", redis.command("LLEN", "{services:Jobs}:taken:worker:1"));
    giveBack("zadd");
    assertEquals(Verdict.SCHEDULED, begin(run));
    assertEquals("0", redis.command("EXISTS", "{services:Jobs}:taken:worker:1"));
    assertEquals("1", redis.command("ZCARD", "{services:Jobs}:later"));
  }

  private void push(String request) {
    byte[] message = request.getBytes(StandardCharsets.UTF_8);
    PushOptions always = new PushOptions(true, 100, "pusher", 1);
    join(transport.push(worker.queue(), List.of(message), always));
  }

  private Verdict begin(RunBegin run) {
    return join(transport.calls(Namespace.NONE).begin(worker.queue(), List.of(run)))
        .get(0)
        .verdict();
  }

  @ParameterizedTest
  @CsvSource({"lpush", "del", "hset"})
  void deadLetterWhoseReplayIsDeniedStays(String right) {
    CallHandle<Integer> call = jobs.withId("call").once(1, 0);
    Delivery request = worker.takeAndBegin(JOB, 1);
    worker.end(request, JOB, 1, Ending.FAILED);
    Replacement letter =
        new Replacement(StepwiseWorker.ERROR, request.message(), "key", "call", MINUTE);
    take(right);
    assertDenied(() -> replay(letter));
    assertEquals("1", redis.command("LLEN", "{services:Jobs}:dead"));
    assertEquals("0", redis.command("LLEN", "services:Jobs"));
    giveBack(right);
    assertEquals(Replay.DONE, replay(letter));
    assertEquals("0", redis.command("LLEN", "{services:Jobs}:dead"));
    assertEquals(State.WAITING, call.status().state());
    worker.perform(JOB, 2, Ending.COMPLETED);
    assertTrue(call.await(MINUTE) > 0);
    assertEquals(Replay.GONE, replay(letter));
  }

  private Replay replay(Replacement letter) {
    return join(transport.deadLetters().replay(worker.queue(), List.of(letter), 100)).get(0);
  }
}
