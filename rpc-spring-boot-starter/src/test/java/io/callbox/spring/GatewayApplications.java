package io.callbox.spring;

import io.callbox.testkit.redis.RedisServer;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs the applications of a test class, with the gateway in their web servers and one Redis. */
final class GatewayApplications implements AfterAllCallback {

  private final String place;
  private final List<String> settings;
  private final RedisServer redis = RedisServer.start();

  /**
   * Applications with these settings.
   *
   * @param place where in the web server the gateway is
   */
  GatewayApplications(String place, String... settings) {
    this.place = place;
    this.settings = List.of(settings);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    redis.close();
  }

  ConfigurableApplicationContext run(SpringApplication program, String... properties) {
    program.setRegisterShutdownHook(false);
    Stream<String> ours =
        Stream.of(
            "--server.port=0",
            "--callbox.redis.uri=" + redis.directUri(),
            "--callbox.gateway.path=/callbox",
            "--spring.lifecycle.timeout-per-shutdown-phase=10m"); // longer than a test may take
    return program.run(
        Stream.of(ours, settings.stream(), Stream.of(properties))
            .flatMap(each -> each)
            .toArray(String[]::new));
  }

  URI base(ConfigurableApplicationContext application) {
    String port = application.getEnvironment().getProperty("local.server.port");
    return URI.create("http://127.0.0.1:" + port + place);
  }
}
