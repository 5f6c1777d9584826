package io.callbox.spring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callbox.node.RpcNode;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.json.JsonMapper;

/** What Spring Boot 4 has under names of its own. */
@Timeout(60)
final class Boot4Test {

  private static ConfigurableApplicationContext application;

  @BeforeAll
  static void start() {
    SpringApplication program = new SpringApplication(Application.class);
    program.setRegisterShutdownHook(false);
    application = program.run();
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void thisIsSpringBoot4() {
    assertThat(SpringBootVersion.getVersion()).startsWith("4.");
  }

  @Test
  void nodeIsPartOfReadiness() {
    HealthEndpoint endpoint = application.getBean(HealthEndpoint.class);
    assertThat(group(endpoint, "readiness").getStatus()).isEqualTo(Status.UP);
    assertThat(group(endpoint, "readiness").getComponents())
        .containsKeys("readinessState", "callbox");
    assertThat(group(endpoint, "liveness").getComponents()).doesNotContainKey("callbox");
  }

  private static CompositeHealthDescriptor group(HealthEndpoint endpoint, String name) {
    return (CompositeHealthDescriptor) requireNonNull(endpoint.healthForPath(name));
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {

    @Bean
    InMemoryTransport transport() {
      return new InMemoryTransport();
    }

    @Bean
    Guestbook guestbook() {
      return name -> new Guestbook.Entry(name, Instant.EPOCH);
    }
  }

  @Test
  void bothJacksonsServe() {
    Guestbook remote = new GuestbookStub(application.getBean(RpcNode.class).channelToAny());
    JsonMapper theirs = application.getBean(JsonMapper.class);
    assertThat(theirs.writeValueAsString(remote.sign("Ada"))).contains("1970-01-01T00:00:00Z");
  }

  @Test
  void connectionDetailsComeBeforeProperties() {
    DataRedisConnectionDetails details =
        new DataRedisConnectionDetails() {
          @Override
          public Standalone getStandalone() {
            return Standalone.of("container", 1234);
          }
        };
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(CallboxDataRedisAutoConfiguration.class))
        .withBean(DataRedisConnectionDetails.class, () -> details)
        .run(
            context ->
                assertThat(context.getBean(SpringRedis.class).uri())
                    .contains("redis://container:1234/0"));
  }

  @Test
  void settingsThatAUriCannotExpressAreRefused() {
    DataRedisConnectionDetails sentinel = new DataRedisConnectionDetails() {};
    assertThatThrownBy(() -> new DetailsRedis(sentinel, new StandardEnvironment()).uri())
        .hasMessageContaining("make a RedissonClient bean");
  }
}
