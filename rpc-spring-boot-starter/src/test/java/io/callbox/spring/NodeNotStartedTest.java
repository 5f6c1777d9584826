package io.callbox.spring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.callbox.spring.example.contract.Prices;
import io.callbox.transport.memory.InMemoryTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a user reads if the node cannot start: a sentence, and not a stack trace. */
@ExtendWith(OutputCaptureExtension.class)
final class NodeNotStartedTest {

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(CallboxAutoConfiguration.class));

  @ParameterizedTest
  @CsvSource({
    "callbox.redis.uri=redis://127.0.0.1:1, no Redis at redis://127.0.0.1:1",
    "callbox.redis.uri=127.0.0.1:6379, a Redis URI begins with redis://",
    "callbox.node.id=a b, got 'a b'",
    "callbox.namespace=a{b}, got 'a{b}'",
    "callbox.concurrency=0, concurrency must be at least 1",
    "callbox.timeout=0s, timeout",
  })
  void reasonAndPropertyAreSaid(String setting, String reason) {
    FailureAnalysis analysis =
        analysis(application.withPropertyValues("callbox.redis.uri=redis://127.0.0.1:1", setting));
    assertThat(analysis.getDescription()).contains(reason);
    assertThat(analysis.getAction()).contains(setting.substring(0, setting.indexOf('=')));
  }

  @Test
  void severalBeansAreSaid() {
    FailureAnalysis analysis =
        analysis(
            inMemory()
                .withBean("one", Prices.class, () -> article -> 1)
                .withBean("two", Prices.class, () -> article -> 2));
    assertThat(analysis.getDescription()).contains("one", "two", Prices.class.getName());
    assertThat(analysis.getAction()).contains("@Primary", "@NotServed");
  }

  @Test
  void misspeltPropertyIsSaidWithThoseBesideIt(CapturedOutput output) {
    inMemory()
        .withPropertyValues(
            "callbox.redis.url=redis://127.0.0.1:1",
            "callbox.timout=1s",
            "callbox.clients.prices.timout=1s",
            "callbox.clients.prices.timeout=1s",
            "callbox.gateway.expose[0]=Prices.*",
            "callbox.gateway.allowActions=true",
            "callbox.node.id=shop")
        .run(context -> assertThat(context).hasNotFailed());
    assertThat(output)
        .contains("callbox.redis.url is no property of Callbox")
        .contains("there is callbox.redis.uri")
        .contains("callbox.timout is no property of Callbox")
        .contains("callbox.namespace, callbox.timeout")
        .contains("callbox.clients.prices.timout is no property of Callbox")
        .contains("callbox.clients.<name>.timeout")
        .doesNotContain("prices.timeout is no", "gateway", "callbox.node.id is no");
  }

  private ApplicationContextRunner inMemory() {
    return application.withBean(InMemoryTransport.class);
  }

  private static FailureAnalysis analysis(ApplicationContextRunner refused) {
    FailureAnalysis[] analysis = new FailureAnalysis[1];
    refused.run(
        context -> {
          Throwable failure = requireNonNull(context.getStartupFailure());
          analysis[0] = new NodeNotStartedAnalyzer().analyze(failure);
        });
    return requireNonNull(analysis[0]);
  }
}
