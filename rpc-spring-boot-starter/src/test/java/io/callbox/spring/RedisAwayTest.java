package io.callbox.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.callbox.node.RpcNode;
import io.callbox.spring.example.contract.Prices;
import io.callbox.testkit.process.NodeProcess;
import io.callbox.testkit.redis.RedisServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;

/** An application whose Redis goes away. */
@Timeout(120)
@Tag("drill")
final class RedisAwayTest {

  private static final Duration DRAIN = Duration.ofSeconds(1);
  private static final Duration BOUND = Duration.ofSeconds(30);

  /** As a platform ends it: a process that takes much longer is killed. */
  @Test
  void processEndsBySigtermAboutAsSoonAsItsNodeMayDrain() {
    try (RedisServer redis = RedisServer.start();
        NodeProcess application =
            NodeProcess.start(
                Map.of("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1"), // starts sooner
                ProgramOfATest.class,
                Hasty.class.getName(),
                "--callbox.redis.uri=" + redis.uri(),
                "--spring.main.banner-mode=off")) {
      redis.cut();
      long begin = System.nanoTime();
      assertThat(application.terminate()).isEqualTo(143);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(BOUND);
    }
  }

  /** Serves, and drains for a second at most. */
  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Hasty {

    public static void main(String[] arguments) {
      SpringApplication.run(Hasty.class, arguments);
    }

    @Bean
    RpcNodeCustomizer drain() {
      return node -> node.drain(DRAIN);
    }

    @Bean
    Prices prices() {
      return article -> 100;
    }
  }

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
