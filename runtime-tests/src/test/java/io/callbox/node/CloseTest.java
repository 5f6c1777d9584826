package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.testing.Talk;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.Namespace;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node closes in time, from wherever, with Redis or without. */
@CallboxTest
@Timeout(60)
final class CloseTest {

  /** Longer than a test may take: who waits for it fails. */
  private static final Duration LONG = Duration.ofMinutes(5);

  private final AtomicReference<RpcNode> server = new AtomicReference<>();

  @Test
  void implementationThatClosesItsNodeIsNotHeldUpAndItsCallIsAnswered(Nodes nodes)
      throws Exception {
    server.set(
        nodes.start("server", builder -> builder.drain(LONG), new Talk.Skeleton(this::close)));
    RpcNode client = nodes.start("client");
    assertEquals("closed", new Talk.Stub(client.channelTo("server")).say("x"));
    Await.until("the server has left", () -> client.registry().node("server").isEmpty());
  }

  @Test
  void soIsOneOnAnExecutorOfItsOwn(Nodes nodes) throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    server.set(
        nodes.start(
            "server",
            builder -> builder.executor(executor).drain(LONG),
            new Talk.Skeleton(this::close)));
    RpcNode client = nodes.start("client");
    assertEquals("closed", new Talk.Stub(client.channelTo("server")).say("x"));
    executor.shutdown();
    assertTrue(executor.awaitTermination(10, TimeUnit.SECONDS));
  }

  @Test
  void closeWithoutRedisEndsThoughNothingAnswers(RedisServer redis, Namespace namespace) {
    RpcNode node =
        RpcNode.builder("lonely")
            .namespace(namespace.prefix().replace(":", ""))
            .redis(redis.uri())
            .drain(Duration.ofSeconds(2))
            .register(new Talk.Skeleton(line -> line))
            .start();
    redis.kill();
    node.close();
    redis.revive();
    assertFalse(node.health().alive());
  }

  private String close(String line) {
    Objects.requireNonNull(server.get()).close();
    return "closed";
  }
}
