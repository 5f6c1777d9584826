package io.callbox.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.callbox.node.RpcNode;
import io.callbox.testkit.redis.RedisServer;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A container of Redis's that is marked with {@code @ServiceConnection} is where the node goes, by
 * Spring's own code for it. Docker is not needed: the container's place is that of a real Redis.
 */
@Timeout(60)
final class Boot3ServiceConnectionTest {

  @Test
  void nodeGoesWhereTheContainerIs() {
    new ApplicationContextRunner()
        .withBean(RedisServer.class, RedisServer::start)
        .withConfiguration(
            AutoConfigurations.of(
                ServiceConnectionAutoConfiguration.class,
                Boot3DataRedisAutoConfiguration.class,
                CallboxAutoConfiguration.class))
        .withUserConfiguration(Containers.class)
        .run(
            context -> {
              RpcNode node = context.getBean(RpcNode.class);
              assertThat(new GuestbookStub(node.channelToAny()).sign("Ada").name())
                  .isEqualTo("Ada");
            });
  }

  @Configuration(proxyBeanMethods = false)
  static class Containers {

    @Bean
    @ServiceConnection("redis")
    GenericContainer<?> container(RedisServer redis) {
      return new AtServer(redis);
    }

    @Bean
    Guestbook guestbook() {
      return name -> new Guestbook.Entry(name, Instant.EPOCH);
    }
  }

  /** A container that Docker does not run. */
  private static final class AtServer extends GenericContainer<AtServer> {

    private final URI place;

    AtServer(RedisServer server) {
      super(DockerImageName.parse("redis:7"));
      this.place = URI.create(server.directUri());
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
      return true;
    }

    @Override
    public String getHost() {
      return place.getHost();
    }

    @Override
    public Integer getMappedPort(int port) {
      return place.getPort();
    }
  }
}
