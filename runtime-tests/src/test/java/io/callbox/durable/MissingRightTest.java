package io.callbox.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.node.RpcNode;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.CallStore;
import io.callbox.transport.CallStore.Submitted;
import io.callbox.transport.Namespace;
import io.callbox.transport.PushOptions;
import io.callbox.transport.Submission;
import io.callbox.transport.redisson.RedissonTransport;
import io.callbox.trial.Kept;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user who lacks one of the rights to submit a call submits nothing, or does without. */
@Timeout(60)
final class MissingRightTest {

  @RegisterExtension private final Kept kept = new Kept();
  private final RedisServer redis = kept.keep(RedisServer.start());

  private Jobs.Stub jobs() {
    return new Jobs.Stub(
        kept.keep(RpcNode.builder("caller").redis(redis.directUri()).start()).channelToAny());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hset", "pexpire", "pttl", "zadd", "zrange", "publish", "set", "lpush", "llen"})
  void callThatIsNotSubmittedForWantOfARightHasLeftNothing(String right) {
    Jobs.Stub jobs = jobs();
    redis.command("ACL", "SETUSER", "default", "-" + right);
    for (Duration delay : List.of(Duration.ZERO, Duration.ofMinutes(1))) {
      if (!isNeeded(right, delay)) {
        continue;
      }
      Jobs.Stub named = delay.isZero() ? jobs.withId("a") : jobs.withId("a").after(delay);
      RpcException refused = assertThrows(RpcException.class, () -> named.once(1, 0));
      assertEquals(StatusCode.PERMISSION_DENIED, refused.code(), refused::toString);
      assertEquals(Executed.NO, refused.executed(), refused::toString);
    }
    redis.command("ACL", "SETUSER", "default", "+@all");
    assertNothingIsLeft();
    jobs.withId("a").orFail().once(1, 0);
    assertEquals("1", redis.command("LLEN", "services:Jobs"));
  }

  /** The list keeps the latest calls, and those that were refused would push them out. */
  @Test
  void callsThatAreRefusedLeaveThoseOfOthersOnTheirList() {
    Jobs.Stub jobs = jobs();
    for (String id : List.of("a", "b", "c")) {
      jobs.withId(id).once(1, 0);
    }
    redis.command("ACL", "SETUSER", "default", "-lpush");
    for (int number = 0; number < 5; number++) {
      Jobs.Stub refused = jobs.withId("refused" + number);
      assertThrows(RpcException.class, () -> refused.once(1, 0));
    }
    redis.command("ACL", "SETUSER", "default", "+@all");
    assertEquals("[a, b, c]", redis.command("ZRANGE", "{services:Jobs}:calls", "0", "-1"));
  }

  /** Who may not shorten the list does not lengthen it, either. */
  @Test
  void listOfCallsIsBoundedThoughItMayNotBeShortened() {
    Jobs.Stub jobs = jobs();
    List<String> full = new ArrayList<>(List.of("ZADD", "{services:Jobs}:calls"));
    for (int number = 0; number < CallStore.MOST_LISTED; number++) {
      full.addAll(List.of("1", "old" + number));
    }
    redis.command(full.toArray(String[]::new));
    redis.command("ACL", "SETUSER", "default", "-zremrangebyrank");
    RpcException refused = assertThrows(RpcException.class, () -> jobs.withId("a").once(1, 0));
    assertEquals(StatusCode.PERMISSION_DENIED, refused.code(), refused::toString);
    redis.command("ACL", "SETUSER", "default", "+@all");
    assertEquals("" + CallStore.MOST_LISTED, redis.command("ZCARD", "{services:Jobs}:calls"));
  }

  private static boolean isNeeded(String right, Duration delay) {
    return switch (right) {
      case "lpush" -> delay.isZero();
      case "zrange", "publish" -> !delay.isZero();
      default -> true;
    };
  }

  private void assertNothingIsLeft() {
    for (String key :
        List.of(
            "services:Jobs",
            "{services:Jobs}:later",
            "{services:Jobs}:call:a",
            "{services:Jobs}:calls")) {
      assertEquals("0", redis.command("EXISTS", key), key);
    }
  }

  /** A queue from which nobody takes must not last for ever. */
  @ParameterizedTest
  @ValueSource(strings = {"pttl", "pexpire"})
  void callWhoseQueueMayNotExpireIsNotSubmitted(String right) {
    Jobs.Stub jobs = jobs();
    String others = "(+" + right + " ~{services:Jobs}:* ~replies:* ~registry:*)";
    redis.command("ACL", "SETUSER", "default", "-" + right, others);
    RpcException refused = assertThrows(RpcException.class, () -> jobs.withId("a").once(1, 0));
    assertEquals(StatusCode.PERMISSION_DENIED, refused.code(), refused::toString);
    redis.command("ACL", "SETUSER", "default", "+@all");
    assertNothingIsLeft();
  }

  /** Users whose rules are older do without these: Redis's log of refusals is for others. */
  @Test
  void rightsThatOnlySpareTimeAreNotAskedForAgainAndAgain() throws Exception {
    redis.command("ACL", "SETUSER", "default", "-copy", "-exists");
    PushOptions admission = new PushOptions(true, 10_000, "sender", 1);
    byte[] request = "{}".getBytes(StandardCharsets.UTF_8);
    List<Submission> calls =
        IntStream.range(0, 10)
            .mapToObj(
                id -> new Submission("id" + id, "run", request, 0, Duration.ofMinutes(1), false))
            .toList();
    try (RedissonTransport transport = RedissonTransport.connect(redis.directUri())) {
      CallStore store = transport.calls(Namespace.NONE);
      assertEquals(
          Collections.nCopies(10, Submitted.NEW),
          store
              .submit(Namespace.NONE.service("Jobs"), calls, admission)
              .toCompletableFuture()
              .get());
    }
    assertEquals("10", redis.command("ZCARD", "{services:Jobs}:calls"));
    for (Submission each : calls) {
      assertEquals("run", redis.command("HGET", "{services:Jobs}:call:" + each.id(), "method"));
    }
    assertEquals("[]", redis.command("ACL", "LOG"));
  }
}
