package example.weld;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.testkit.redis.RedisServer;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import org.junit.jupiter.api.Test;

/** The container makes the stub, which calls another node over a real Redis. */
final class CounterTest {

  private static final String REDIS = "callbox.redis.uri";

  @Test
  void stubIsFoundByTheContainerWhichEndsTheNode() {
    try (RedisServer redis = RedisServer.start();
        RpcNode stock =
            RpcNode.builder("stock")
                .redis(redis.uri())
                .register(new StockSkeleton(new Shelves()))
                .start()) {
      System.setProperty(REDIS, redis.uri());
      assertEquals("stock", stock.id());
      assertFalse(ofContainer().health().alive());
    } finally {
      System.clearProperty(REDIS);
    }
  }

  private static RpcNode ofContainer() {
    try (SeContainer container = SeContainerInitializer.newInstance().initialize()) {
      assertEquals(1200, container.select(Counter.class).get().order("pear", 3));
      assertEquals(StockStub.class, container.select(Stock.class).get().getClass());
      RpcNode node = container.select(RpcNode.class).get();
      assertTrue(node.health().alive());
      return node;
    }
  }
}
