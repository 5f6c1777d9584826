package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.redis.RedisServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node whose Redis is not there says so within seconds, and what to do. */
@Timeout(60)
final class FirstContactTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  private static RpcException failsSoon(String uri) {
    long begun = System.nanoTime();
    RpcNodeBuilder node = RpcNode.builder("node").redis(uri);
    RpcException failure = assertThrows(RpcException.class, node::start);
    Duration taken = Duration.ofNanos(System.nanoTime() - begun);
    assertTrue(taken.compareTo(SOON) < 0, taken::toString);
    assertEquals(StatusCode.UNAVAILABLE, failure.code());
    assertEquals(Executed.NO, failure.executed());
    assertFalse(failure.toString().contains("secret"), failure::toString);
    return failure;
  }

  private static void assertSays(String part, RpcException failure) {
    assertTrue(String.valueOf(failure.getMessage()).contains(part), failure::toString);
  }

  @Test
  void nobodyListens() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    String uri = "redis://:secret@127.0.0.1:" + port;
    assertSays(
        "no Redis at redis://***@127.0.0.1:"
            + port
            + ": nothing listens there; start a Redis or correct the address",
        failsSoon(uri));
  }

  @Test
  void redisDoesNotSpeakTls() {
    try (RedisServer redis = RedisServer.start()) {
      assertSays(
          "it does not speak TLS there; write redis:// instead of rediss://",
          failsSoon(redis.directUri().replace("redis://", "rediss://:secret@")));
    }
  }

  @Test
  void nameIsNotKnown() {
    assertSays(
        "no machine of that name is known",
        failsSoon("redis://:secret@no-such-machine.invalid:6379"));
  }
}
