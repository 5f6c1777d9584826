package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.testing.Count;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams need no rules of Redis beyond those of {@code docs/security.md} for calls. */
@Timeout(60)
final class StreamRulesTest {

  @Test
  void streamsAreGivenReadGrantedCancelledAndLookedAfter() throws IOException {
    try (RedisServer redis = RedisServer.start()) {
      AccessRules.define(redis, "caller", "Count");
      AccessRules.define(redis, "worker", "Count");
      try (RpcNode caller =
              RpcNode.builder("caller").redis(AccessRules.uri(redis, "caller")).start();
          RpcNode worker =
              RpcNode.builder("worker")
                  .redis(AccessRules.uri(redis, "worker"))
                  .lease(Duration.ofMillis(1_500))
                  .register(new Count.Skeleton(end -> IntStream.range(0, end).boxed()))
                  .start()) {
        redis.command("ACL", "LOG", "RESET");
        assertEquals(1_000, new Count.Stub(caller.channelToAny()).to(1_000).count());
        try (Stream<Integer> open = new Count.Stub(caller.channelTo("worker")).to(1_000_000)) {
          Iterator<Integer> each = open.iterator();
          long sent = worker.stats().commandsSent();
          Await.until("some heartbeats went by", () -> worker.stats().commandsSent() > sent + 12);
          assertEquals(0, each.next());
        }
        Await.until("it is cancelled", () -> worker.stats().openStreams() == 0);
      }
      assertEquals("[]", redis.command("ACL", "LOG"));
    }
  }
}
