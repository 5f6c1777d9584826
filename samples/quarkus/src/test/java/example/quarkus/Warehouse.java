package example.quarkus;

import io.callbox.node.RpcNode;
import io.callbox.testkit.redis.RedisServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Another node, which serves the stock, and a Redis: both are there before the application. */
public final class Warehouse implements QuarkusTestResourceLifecycleManager {

  private RedisServer redis;
  private RpcNode stock;

  @Override
  public Map<String, String> start() {
    redis = RedisServer.start();
    stock =
        RpcNode.builder("stock")
            .redis(redis.uri())
            .register(new StockSkeleton((article, pieces) -> 100L * article.length() * pieces))
            .start();
    return Map.of("callbox.redis.uri", redis.uri());
  }

  @Override
  public void stop() {
    stock.close();
    redis.close();
  }
}
