package example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import example.stock.shelves.StockApplication;
import io.callbox.testkit.redis.RedisServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Both applications over a real Redis, each in a process of its own. */
@Tag("drill")
class MarketTest {

  private static final int CUSTOMERS = 8_000;

  @Test
  void stockIsStoppedUnderLoadAndNoCustomerNotices() throws Exception {
    try (RedisServer redis = RedisServer.start()) {
      String uri = "--callbox.redis.uri=" + redis.directUri();
      try (Application first = Application.start(StockApplication.class, uri);
          Application second = Application.start(StockApplication.class, uri)) {
        first.awaitOutput("serves [Stock]");
        second.awaitOutput("serves [Stock]");
        try (Application shop =
            Application.start(ShopApplication.class, uri, "--customers=" + CUSTOMERS)) {
          shop.awaitOutput("the first pays 1200");
          assertThat(first.terminate()).isEqualTo(143);
          assertThat(shop.awaitEnd()).as(shop::toString).isZero();
          assertThat(shop.output())
              .contains(CUSTOMERS + " customers paid " + 1200L * CUSTOMERS)
              .doesNotContain("ERROR");
        }
      }
    }
  }
}
