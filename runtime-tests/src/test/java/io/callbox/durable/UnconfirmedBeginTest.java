package io.callbox.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.deadletter.DeadLetter;
import io.callbox.node.AccessRules;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallStatus;
import io.callbox.rpc.CallStatus.State;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.trial.Kept;
import io.callbox.trial.LogLines;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Calls whose begin Redis cannot confirm where the call says: this one has no append-only file. The
 * worker has the least rights that it needs.
 */
@Timeout(120)
final class UnconfirmedBeginTest {

  private static final String LOG = "io.callbox.internal.server.durable.UnconfirmedBegins";
  private static final String PUT_OFF =
      "durable calls of services:Jobs are put off, as their begin is not confirmed: this Redis has"
          + " no ";

  @RegisterExtension private final Kept kept = new Kept();
  private final AtomicInteger runs = new AtomicInteger();
  private final RedisServer redis = kept.keep(RedisServer.start());
  private final LogLines log = LogLines.of(LOG);
  private final RpcNode worker;
  private final RpcNode client;
  private final Jobs.Stub jobs;

  UnconfirmedBeginTest() throws IOException {
    kept.keep(log::close);
    AccessRules.define(redis, "worker", "Jobs");
    AccessRules.add(redis, "worker", "worker, durable", "Jobs");
    if (!redis.command("COMMAND", "INFO", "WAITAOF").equals("[null]")) {
      AccessRules.add(redis, "worker", "caller, durable, with Sync.AOF", "Jobs");
    }
    worker =
        kept.keep(
            RpcNode.builder("worker")
                .redis(AccessRules.uri(redis, "worker"))
                .drain(Duration.ZERO)
                .register(new Jobs.Skeleton((method, number, millis) -> runs.incrementAndGet()))
                .start());
    client = kept.keep(RpcNode.builder("client").redis(redis.directUri()).start());
    jobs = new Jobs.Stub(client.channelToAny());
  }

  /** No stub would submit it, as Redis refuses that at once; it may have been otherwise before. */
  private void push(String id, Duration keep) {
    String members = "\"method\":\"Jobs.once\",\"sync\":\"AOF\",\"params\":[1,0]";
    String request = "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"keep\":%d,%s}";
    redis.command("LPUSH", "services:Jobs", request.formatted(id, keep.toMillis(), members));
  }

  private CallHandle<Integer> putOff(String id) {
    push(id, Duration.ofMinutes(10));
    CallHandle<Integer> call = jobs.attach(Jobs.ONCE, id);
    Await.until("it is known", () -> redis.command("EXISTS", record(id)).equals("1"));
    Await.until("it is put off", () -> call.status().state() == State.SCHEDULED);
    return call;
  }

  private static String record(String id) {
    return "{services:Jobs}:call:" + id;
  }

  private List<DeadLetter> deadLetters() {
    return client.deadLetters("Jobs").list(0, 10);
  }

  @Test
  void healthTheRecordAndOneLineOfTheLogSayThatCallsAreNotBegun() {
    CallStatus status = putOff("a").status();
    putOff("b");
    RpcException why = (RpcException) status.failure();
    assertNotNull(why);
    assertEquals(StatusCode.UNAVAILABLE, why.code());
    assertEquals(Executed.NO, why.executed());
    assertTrue(String.valueOf(why.getMessage()).contains("has not begun: this Redis has no "));
    assertEquals(1, worker.health().warnings().size());
    assertTrue(worker.health().warnings().get(0).startsWith(PUT_OFF));
    assertTrue(worker.health().ready(), "it serves everything else");
    assertEquals(1, log.records().stream().filter(UnconfirmedBeginTest::isWarning).count());
    assertEquals(1, jobs.again(2, 0).await(Duration.ofSeconds(60)));
  }

  private static boolean isWarning(LogRecord line) {
    return line.getLevel().intValue() >= 900;
  }

  @Test
  void callThatCannotBeginFailsOnceItHasBeenPutOffForAsLongAsItIsKept() {
    push("a", Duration.ofMillis(500));
    Await.until("it is given up", () -> deadLetters().size() == 1);
    DeadLetter letter = deadLetters().get(0);
    assertEquals("its durable call failed: UNAVAILABLE", letter.reason());
    assertFalse(letter.mayHaveRun());
    assertEquals(0, runs.get());
    assertEquals("0", redis.command("ZCARD", "{services:Jobs}:later"));
    Await.until("its record is over", () -> redis.command("EXISTS", record("a")).equals("0"));
  }

  @Test
  void cancelledCallThatIsPutOffNeverRuns() {
    CallHandle<Integer> call = putOff("a");
    call.cancel();
    assertEquals(State.CANCELLED, call.status().state());
    redis.command("CONFIG", "SET", "appendonly", "yes");
    Await.until(
        "its request is gone",
        () ->
            redis.command("ZCARD", "{services:Jobs}:later").equals("0")
                && redis.command("LLEN", "services:Jobs").equals("0")
                && worker.stats().requestsInHand() == 0);
    assertEquals(State.CANCELLED, call.status().state());
    assertEquals(0, runs.get());
  }
}
