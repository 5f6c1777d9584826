package example.micronaut;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.node.RpcNode;
import io.callbox.testkit.redis.RedisServer;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The container makes the stub, which calls another node over a real Redis. */
final class CounterTest {

  @Test
  void stubIsFoundByTheContainer() {
    try (RedisServer redis = RedisServer.start();
        RpcNode stock =
            RpcNode.builder("stock")
                .redis(redis.uri())
                .register(new StockSkeleton(new Shelves()))
                .start();
        ApplicationContext context =
            ApplicationContext.run(Map.of("callbox.redis.uri", redis.uri()))) {
      assertEquals("stock", stock.id());
      assertEquals(1200, context.getBean(Counter.class).order("pear", 3));
      assertEquals(StockStub.class, context.getBean(Stock.class).getClass());
    }
  }
}
