package io.callbox.spring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callbox.transport.memory.InMemoryTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.data.redis.RedisConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;

/** What Spring Boot 3 has under names of its own. */
@Timeout(60)
final class Boot3Test {

  @Test
  void nodeIsPartOfReadiness() {
    assertThat(SpringBootVersion.getVersion()).startsWith("3.5.");
    SpringApplication program = new SpringApplication(Application.class);
    program.setRegisterShutdownHook(false);
    try (ConfigurableApplicationContext application =
        program.run("--management.endpoint.health.probes.enabled=true")) {
      HealthEndpoint endpoint = application.getBean(HealthEndpoint.class);
      assertThat(group(endpoint, "readiness").getStatus()).isEqualTo(Status.UP);
      assertThat(group(endpoint, "readiness").getComponents())
          .containsKeys("readinessState", "callbox");
      assertThat(group(endpoint, "liveness").getComponents()).doesNotContainKey("callbox");
      application.getBean(NodeLifecycle.class).stop();
      assertThat(group(endpoint, "readiness").getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    }
  }

  private static CompositeHealth group(HealthEndpoint endpoint, String name) {
    return (CompositeHealth) requireNonNull(endpoint.healthForPath(name));
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {

    @Bean
    InMemoryTransport transport() {
      return new InMemoryTransport();
    }
  }

  @Test
  void connectionDetailsComeBeforeProperties() {
    RedisConnectionDetails details =
        new RedisConnectionDetails() {
          @Override
          public Standalone getStandalone() {
            return Standalone.of("container", 1234);
          }
        };
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(Boot3DataRedisAutoConfiguration.class))
        .withBean(RedisConnectionDetails.class, () -> details)
        .run(
            context ->
                assertThat(context.getBean(SpringRedis.class).uri())
                    .contains("redis://container:1234/0"));
  }

  @Test
  void settingsThatAUriCannotExpressAreRefused() {
    RedisConnectionDetails sentinel = new RedisConnectionDetails() {};
    assertThatThrownBy(() -> new Boot3DetailsRedis(sentinel, new StandardEnvironment()).uri())
        .hasMessageContaining("make a RedissonClient bean");
  }
}
