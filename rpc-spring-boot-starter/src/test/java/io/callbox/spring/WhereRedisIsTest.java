package io.callbox.spring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What is understood of Spring's settings of Redis. */
final class WhereRedisIsTest {

  @Test
  void urlIsTakenAsItIsButForItsPort() {
    assertThat(uri(Map.of("url", "redis://u:p@h:1/2"))).isEqualTo("redis://u:p@h:1/2");
    assertThat(uri(Map.of("url", "redis://u:p@h"))).isEqualTo("redis://u:p@h:6379");
    assertThat(uri(Map.of("url", "rediss://[::1]/3"))).isEqualTo("rediss://[::1]:6379/3");
  }

  @Test
  void partsMakeAUri() {
    assertThat(uri(Map.of("host", "h"))).isEqualTo("redis://h:6379/0");
    assertThat(uri(Map.of("host", "h", "password", "a%@b"))).isEqualTo("redis://:a%25@b@h:6379/0");
    assertThat(
            uri(
                Map.of(
                    "host", "::1",
                    "port", "1",
                    "database", "2",
                    "ssl.enabled", "true",
                    "username", "a:b",
                    "password", "c")))
        .isEqualTo("rediss://a%3Ab:c@[::1]:1/2");
  }

  @Test
  void passwordIsNotShown() {
    assertThat(new RedisUri(false, "h", 1, 0, "user", "secret").toString())
        .isEqualTo("redis://h:1/0");
  }

  @Test
  void failureSaysWhichPropertyToSet() {
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(CallboxAutoConfiguration.class))
        .run(
            context -> {
              assertThat(context).hasFailed();
              Throwable failure = requireNonNull(context.getStartupFailure());
              FailureAnalysis analysis =
                  requireNonNull(new RedisUnknownAnalyzer().analyze(failure));
              assertThat(analysis.getAction())
                  .contains("callbox.redis.uri", "@AutoConfigureCallbox");
            });
  }

  private static String uri(Map<String, Object> settings) {
    StandardEnvironment environment = new StandardEnvironment();
    Map<String, Object> prefixed = new HashMap<>();
    settings.forEach((name, value) -> prefixed.put("spring.data.redis." + name, value));
    environment.getPropertySources().addFirst(new MapPropertySource("test", prefixed));
    return new PropertyRedis(environment).uri().orElseThrow();
  }
}
