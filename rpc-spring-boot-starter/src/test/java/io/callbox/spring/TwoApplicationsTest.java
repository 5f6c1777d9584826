package io.callbox.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.spring.example.contract.Shop;
import io.callbox.spring.example.shop.ShopApplication;
import io.callbox.spring.example.stock.StockApplication;
import io.callbox.testkit.process.NodeProcess;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** Two applications that call each other, in processes of their own. */
@Timeout(120)
@Tag("drill")
final class TwoApplicationsTest {

  private static final int CALLERS = 8;
  private static final String LAZY = "--spring.main.lazy-initialization=true";
  private static final int ORDERS = 200;

  @Test
  void applicationIsStoppedUnderLoadWithoutAFailedCall() throws Exception {
    try (RedisServer redis = RedisServer.start()) {
      Future<NodeProcess> shop = starting(ShopApplication.class, redis, LAZY);
      Future<NodeProcess> stock = starting(StockApplication.class, redis);
      try (NodeProcess seller = shop.get();
          NodeProcess stopped = stock.get()) {
        application(redis).run(context -> order(context, stopped));
        assertEquals(143, seller.terminate());
      }
    }
  }

  /** The second application of its kind runs in this process, with the customers. */
  private static ApplicationContextRunner application(RedisServer redis) {
    return new ApplicationContextRunner()
        .withUserConfiguration(StockApplication.class)
        .withBean(Customers.class)
        .withPropertyValues("callbox.redis.uri=" + redis.directUri());
  }

  private static void order(ApplicationContext context, NodeProcess stopped) throws Exception {
    Customers customers = context.getBean(Customers.class);
    customers.come();
    customers.serve(ORDERS);
    assertEquals(143, stopped.terminate());
    customers.serve(ORDERS);
    customers.leave();
  }

  private static Future<NodeProcess> starting(
      Class<?> application, RedisServer redis, String... arguments) {
    FutureTask<NodeProcess> start = new FutureTask<>(() -> start(application, redis, arguments));
    new Thread(start).start();
    return start;
  }

  private static NodeProcess start(Class<?> application, RedisServer redis, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add(0, application.getName());
    all.add("--callbox.redis.uri=" + redis.directUri());
    all.add("--spring.main.banner-mode=off");
    return NodeProcess.start(
        Map.of("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1"), // starts sooner
        ProgramOfATest.class,
        all.toArray(String[]::new));
  }

  /** Order without a pause, each in a thread of its own. */
  static final class Customers {

    private final Shop shop;
    private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    private final List<Future<?>> customers = new ArrayList<>();
    private final AtomicInteger orders = new AtomicInteger();
    private volatile boolean leaving;

    Customers(Shop shop) {
      this.shop = shop;
    }

    void come() {
      for (int customer = 0; customer < CALLERS; customer++) {
        customers.add(threads.submit(this::order));
      }
    }

    private void order() {
      while (!leaving) {
        assertEquals(1200, shop.order("pear", 3));
        orders.incrementAndGet();
      }
    }

    /** Waits for so many more orders. */
    void serve(int more) {
      int enough = orders.get() + more;
      Await.until(
          "the orders are served",
          () -> orders.get() >= enough || customers.stream().anyMatch(Future::isDone));
    }

    /** Throws what any of them met. */
    void leave() throws Exception {
      leaving = true;
      threads.shutdown();
      for (Future<?> customer : customers) {
        customer.get(60, TimeUnit.SECONDS);
      }
    }
  }
}
