package io.callbox.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.testing.Arith;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The examples of docs/registry.md. */
@CallboxTest
@Timeout(60)
final class DocumentedRegistryTest {

  private final List<String> log = new CopyOnWriteArrayList<>();

  @Test
  void examplesWork(RedisServer redis) {
    try (RpcNode node = RpcNode.builder("client").redis(redis.uri()).start()) {
      Subscription subscription = listen(node);
      RpcNode server = serve(redis.uri(), (a, b) -> a * b);
      assertEquals(List.of("server in eu-1"), placesOfArith(node));
      Await.until("it is up", () -> log.contains("up: server"));
      server.close();
      Await.until("it is down", () -> log.contains("down: server"));
      subscription.close();
      assertTrue(placesOfArith(node).isEmpty());
    }
  }

  private static RpcNode serve(String redisUri, Arith arith) {
    return RpcNode.builder("server")
        .redis(redisUri)
        .register(new Arith.Skeleton(arith))
        .version("1.4.2")
        .label("zone", "eu-1")
        .start();
  }

  private static List<String> placesOfArith(RpcNode node) {
    return node.registry().providersOf("Arith").stream()
        .map(provider -> provider.id() + " in " + provider.labels().get("zone"))
        .toList();
  }

  private Subscription listen(RpcNode node) {
    return node.registry()
        .listen(
            new NodeListener() {
              @Override
              public void up(NodeInfo up) {
                log.add("up: " + up.id());
              }

              @Override
              public void down(NodeInfo down) {
                log.add("down: " + down.id());
              }
            });
  }
}
