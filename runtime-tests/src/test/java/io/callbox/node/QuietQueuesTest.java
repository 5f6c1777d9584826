package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.testing.Arith;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Queues that have had nothing for a while are waited for longer at a time. */
@Timeout(60)
final class QuietQueuesTest {

  /** Its inbox and its service's queue: waits of one, of one and of two seconds, and the next. */
  private static final int LONG_WAITS = 8;

  /** Far less than a long wait, which has just begun. */
  private static final Duration SOON = Duration.ofMillis(2_500);

  private RedisServer redis;

  @BeforeEach
  void start() {
    redis = RedisServer.start();
  }

  @AfterEach
  void stop() {
    redis.close();
  }

  private RpcNode serve(String uri) {
    return RpcNode.builder("server")
        .redis(uri)
        .register(new Arith.Skeleton((a, b) -> a * b))
        .start();
  }

  private long calls(String command) {
    Matcher calls =
        Pattern.compile("cmdstat_" + Pattern.quote(command) + ":calls=(\\d+)")
            .matcher(redis.command("INFO", "commandstats"));
    return calls.find() ? Long.parseLong(calls.group(1)) : 0;
  }

  private static Duration timeOf(Runnable task) {
    long start = System.nanoTime();
    task.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Test
  void quietNodeAnswersAtOnceAndClosesAtOnce() {
    RpcNode server = serve(redis.directUri());
    try (RpcNode client = RpcNode.builder("client").redis(redis.directUri()).start()) {
      Await.until("its waits are long", () -> calls("blmove") >= LONG_WAITS);
      assertEquals(2, calls("client|id"));
      Arith arith = new Arith.Stub(client.channelTo("server"));
      Duration answer = timeOf(() -> assertEquals(56, arith.multiply(7, 8)));
      assertTrue(answer.compareTo(SOON) < 0, answer::toString);
      long before = calls("client|unblock");
      Duration closing = timeOf(server::close);
      assertTrue(calls("client|unblock") > before);
      assertTrue(closing.compareTo(SOON) < 0, closing::toString);
    }
  }

  @Test
  void userWithoutTheRightToEndAWaitWaitsBriefly() {
    redis.command("ACL", "SETUSER", "old", "on", ">secret", "~*", "&*", "+@all", "-client|id");
    RpcNode server = serve(redis.directUri().replace("//", "//old:secret@"));
    Await.until("it has waited a while", () -> calls("blmove") >= LONG_WAITS);
    Duration closing = timeOf(server::close);
    assertTrue(closing.compareTo(SOON) < 0, closing::toString);
  }
}
