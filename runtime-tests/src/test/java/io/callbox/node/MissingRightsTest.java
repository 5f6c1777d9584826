package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.Arith;
import io.callbox.testkit.redis.RedisServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A node whose user of Redis lacks a right that it needs does not start, and says which. */
@Timeout(60)
final class MissingRightsTest {

  private static final Duration SOON = Duration.ofSeconds(40);

  private static RedisServer redis;

  @BeforeAll
  static void start() {
    redis = RedisServer.start();
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  private static RpcNodeBuilder node(String... rules) {
    return caller(rules).register(new Arith.Skeleton((a, b) -> a * b));
  }

  private static RpcNodeBuilder caller(String... rules) {
    String[] command = new String[rules.length + 8];
    System.arraycopy(
        new String[] {"ACL", "SETUSER", "u", "reset", "on", ">secret", "~*", "+@all"},
        0,
        command,
        0,
        8);
    System.arraycopy(rules, 0, command, 8, rules.length);
    redis.command(command);
    redis.command("SCRIPT", "FLUSH");
    return RpcNode.builder("node").redis(redis.directUri().replace("//", "//u:secret@"));
  }

  @ParameterizedTest
  @CsvSource({
    "-evalsha, EVALSHA",
    "-@scripting, EVALSHA",
    "-script, SCRIPT LOAD",
    "-blmove, BLMOVE",
    "-blmpop, BLMPOP",
    "-publish, PUBLISH",
    "-mget, MGET"
  })
  void commandThatIsForbiddenIsNamed(String rule, String command) {
    RpcNodeBuilder node = node("&*", rule);
    long begun = System.nanoTime();
    RpcException refused = assertThrows(RpcException.class, () -> node.start().close());
    Duration taken = Duration.ofNanos(System.nanoTime() - begun);
    assertEquals(StatusCode.PERMISSION_DENIED, refused.code(), refused::toString);
    assertEquals(Executed.NO, refused.executed());
    String said = String.valueOf(refused.getMessage());
    assertTrue(said.contains(command) && said.contains("security.md"), said);
    assertTrue(taken.compareTo(SOON) < 0, taken::toString);
  }

  @Test
  void nodeThatOnlyCallsHasToBeAbleToCancel() {
    RpcNodeBuilder caller = caller("resetchannels", "&registry:events");
    RpcException refused = assertThrows(RpcException.class, () -> caller.start().close());
    assertEquals(StatusCode.PERMISSION_DENIED, refused.code(), refused::toString);
    String said = String.valueOf(refused.getMessage());
    assertTrue(said.contains("PUBLISH to rpc:cancelled"), said);
  }

  @ParameterizedTest
  @CsvSource({"-subscribe, &*", "&registry:events, resetchannels"})
  void subscriptionThatIsForbiddenIsNamed(String rule, String channels) {
    RpcNodeBuilder node = node(channels, rule);
    RpcException refused = assertThrows(RpcException.class, () -> node.start().close());
    assertEquals(StatusCode.UNAVAILABLE, refused.code(), refused::toString);
    String said = String.valueOf(refused.getMessage());
    assertTrue(said.contains("SUBSCRIBE") && said.contains("security.md"), said);
  }
}
