package io.callbox.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.callbox.node.RpcNode;
import io.callbox.spring.example.contract.Prices;
import io.callbox.testkit.redis.RedisServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** An application whose Redis goes away. */
@Timeout(60)
final class RedisAwayTest {

  private static final Duration DRAIN = Duration.ofSeconds(1);
  private static final Duration BOUND = Duration.ofSeconds(8);

  @Test
  void contextEndsAboutAsSoonAsItsNodeMayDrain() {
    long[] closing = new long[1];
    try (RedisServer redis = RedisServer.start()) {
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(CallboxAutoConfiguration.class))
          .withPropertyValues("callbox.redis.uri=" + redis.uri())
          .withBean(RpcNodeCustomizer.class, () -> node -> node.drain(DRAIN))
          .withBean(Prices.class, () -> article -> 100)
          .run(
              context -> {
                assertThat(context.getBean(RpcNode.class).health().ready()).isTrue();
                redis.cut();
                closing[0] = System.nanoTime();
              });
      assertThat(Duration.ofNanos(System.nanoTime() - closing[0])).isLessThan(BOUND);
    }
  }
}
