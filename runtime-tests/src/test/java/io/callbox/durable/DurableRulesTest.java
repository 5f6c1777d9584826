package io.callbox.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.AccessRules;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallStatus.State;
import io.callbox.rpc.RpcException;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Durable calls work under the least rules of {@code docs/security.md}, and nothing is refused. */
@Timeout(60)
final class DurableRulesTest {

  private static final Duration WAIT = Duration.ofSeconds(20);

  private final CountDownLatch held = new CountDownLatch(1);
  private RedisServer redis;
  private RpcNode caller;
  private RpcNode worker;

  @BeforeEach
  void start() throws IOException {
    redis = RedisServer.start();
    for (String user : new String[] {"caller", "worker"}) {
      AccessRules.define(redis, user, "Jobs");
      AccessRules.add(redis, user, user + ", durable", "Jobs");
    }
    caller = RpcNode.builder("caller").redis(AccessRules.uri(redis, "caller")).start();
    worker =
        RpcNode.builder("worker")
            .redis(AccessRules.uri(redis, "worker"))
            .lease(Duration.ofMillis(1_500))
            .register(new Jobs.Skeleton(this::run))
            .start();
    redis.command("ACL", "LOG", "RESET");
  }

  private int run(String method, int number, int millis) throws InterruptedException {
    if (number < 0) {
      throw new IllegalStateException("below zero");
    }
    if (number == 9) {
      held.await();
    }
    return 2 * number;
  }

  @AfterEach
  void nothingWasRefused() {
    held.countDown();
    caller.close();
    worker.close();
    String refused = redis.command("ACL", "LOG");
    redis.close();
    assertEquals("[]", refused);
  }

  @Test
  void callsAreSubmittedScheduledCancelledTriedAgainAndFoundAndNothingIsRefused() {
    Jobs.Stub jobs = new Jobs.Stub(caller.channelToAny());
    assertEquals(2, jobs.withId("a").once(1, 0).await(WAIT));
    assertEquals(4, jobs.after(Duration.ofMillis(50)).once(2, 0).await(WAIT));
    assertEquals(6, new Jobs.Stub(caller.channelTo("worker")).once(3, 0).await(WAIT));
    CallHandle<Integer> running = jobs.once(9, 0);
    Await.until("it runs", () -> running.status().state() == State.RUNNING);
    assertTrue(running.cancel());
    CompletableFuture<Integer> failing = jobs.again(-1, 0).result();
    assertThrows(RpcException.class, () -> jobs.once(-2, 0).await(WAIT));
    assertTrue(failing.handle((result, failure) -> failure != null).join());
    recovered();
  }

  /** Redisson waits some seconds for a subscription that Redis refuses. */
  @Test
  void callerThatMayNotListenToItsResultsIsNotHeldUp() throws IOException {
    caller.close();
    redis.command("ACL", "DELUSER", "caller");
    AccessRules.define(redis, "caller", "Jobs");
    AccessRules.add(
        redis, "caller", "caller, durable", "Jobs", rule -> !rule.contains("&rpc:done:"));
    caller = RpcNode.builder("caller").redis(AccessRules.uri(redis, "caller")).start();
    Jobs.Stub jobs = new Jobs.Stub(caller.channelToAny());
    for (int call = 10; call < 30; call++) {
      assertEquals(2 * call, jobs.once(call, 0).await(WAIT));
    }
    Await.until(
        "Redis has refused", () -> redis.command("ACL", "LOG").contains("rpc:done:caller:"));
    caller.close();
    redis.command("ACL", "LOG", "RESET");
  }

  @Test
  void onlyAWorkerMayTellResults() {
    assertTrue(isAllowed("worker", "PUBLISH", "rpc:done:caller:secret", "1"));
    assertTrue(isAllowed("caller", "SUBSCRIBE", "rpc:done:caller:secret"));
    assertTrue(isAllowed("caller", "PUBLISH", "rpc:done", "1"));
    assertFalse(isAllowed("caller", "PUBLISH", "rpc:done:caller:secret", "1"));
    assertFalse(isAllowed("caller", "SUBSCRIBE", "rpc:done:other:secret"));
  }

  private boolean isAllowed(String user, String... command) {
    List<String> words = new ArrayList<>(List.of("ACL", "DRYRUN", user));
    words.addAll(List.of(command));
    return redis.command(words.toArray(String[]::new)).equals("OK");
  }

  /** What a dead worker held is seen to. */
  private void recovered() {
    String request =
        "{\"jsonrpc\":\"2.0\",\"id\":\"lost\",\"method\":\"Jobs.once\",\"keep\":60000,\"params\":[4,0]}";
    redis.command("LPUSH", "{services:Jobs}:taken:dead:1", request);
    redis.command("ZADD", "{services:Jobs}:providers", "1", "dead:1");
    Await.until(
        "it has run", () -> redis.command("EXISTS", "{services:Jobs}:call:lost").equals("1"));
    Jobs.Stub jobs = new Jobs.Stub(caller.channelToAny());
    assertEquals(8, jobs.attach(Jobs.ONCE, "lost").await(WAIT));
  }
}
