package io.callbox.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callbox.micrometer.ObservedCalls;
import io.callbox.node.RpcNode;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.redis.RedisServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All that Boot configures by itself, with a real Redis. */
@Timeout(60)
final class WholeApplicationTest {

  private static RedisServer redis;
  private static ConfigurableApplicationContext application;

  @BeforeAll
  static void start() {
    redis = RedisServer.start();
    application = run(Application.class, "--spring.data.redis.url=" + redis.directUri());
  }

  @AfterAll
  static void stop() {
    application.close();
    redis.close();
  }

  private static ConfigurableApplicationContext run(Class<?> source, String... arguments) {
    SpringApplication program = new SpringApplication(source);
    program.setRegisterShutdownHook(false);
    return program.run(arguments);
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {

    @Bean
    Guestbook guestbook() {
      return name -> new Guestbook.Entry(name, Instant.EPOCH);
    }

    @Bean
    InMemorySpanExporter spans() {
      return InMemorySpanExporter.create();
    }

    @Bean
    OpenTelemetry telemetry(InMemorySpanExporter spans) {
      return OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(spans))
                  .build())
          .build();
    }
  }

  private static Guestbook remote() {
    return new GuestbookStub(application.getBean(RpcNode.class).channelToAny());
  }

  @Test
  void springsOwnSettingsOfRedisAreUsed() {
    assertThat(remote().sign("Ada")).isEqualTo(new Guestbook.Entry("Ada", Instant.EPOCH));
  }

  @Test
  void argumentsAreHeldToTheirConstraints() {
    assertThatThrownBy(() -> remote().sign(" "))
        .hasFieldOrPropertyWithValue("code", StatusCode.INVALID_ARGUMENT);
  }

  @Test
  void callsAndTheNodeAreMeasured() {
    remote().sign("Ada");
    MeterRegistry registry = application.getBean(MeterRegistry.class);
    assertThat(registry.get("callbox.client.calls").tag("service", "Guestbook").timers())
        .isNotEmpty();
    assertThat(registry.get("callbox.server.calls").tag("service", "Guestbook").timers())
        .isNotEmpty();
    assertThat(registry.get("callbox.node.ready").gauge().value()).isEqualTo(1);
  }

  @Test
  void callsAreTraced() {
    remote().sign("Ada");
    assertThat(application.getBean(InMemorySpanExporter.class).getFinishedSpanItems())
        .anySatisfy(span -> assertThat(span.getName()).isEqualTo("Guestbook.sign"));
  }

  @Test
  void infoShowsTheNode() {
    Info.Builder info = new Info.Builder();
    application.getBean(NodeInfoContributor.class).contribute(info);
    assertThat(String.valueOf(info.build().get("callbox"))).contains("serves=[Guestbook]");
  }

  @Test
  void redissonClientOfTheApplicationIsUsedAndLeftOpen() {
    Config config = new Config();
    config.useSingleServer().setAddress(redis.directUri());
    RedissonClient client = Redisson.create(config);
    try {
      SpringApplication program = new SpringApplication(Nothing.class);
      program.setRegisterShutdownHook(false);
      program.addInitializers(
          context -> context.getBeanFactory().registerSingleton("redisson", client));
      try (ConfigurableApplicationContext context = program.run()) {
        assertThat(context.getBean(RpcNode.class).registry().nodes())
            .extracting(node -> node.id())
            .contains(context.getBean(RpcNode.class).id());
      }
      assertThat(client.isShutdown()).isFalse();
    } finally {
      client.shutdown();
    }
  }

  @Test
  void callsAreObservedOnlyWhereOpenTelemetryDoesNotTraceThem() {
    assertThat(application.getBeansOfType(ObservedCalls.class)).isEmpty();
    ApplicationContextRunner observing =
        new ApplicationContextRunner()
            .withConfiguration(
                AutoConfigurations.of(
                    CallboxAutoConfiguration.class,
                    CallboxTracingAutoConfiguration.class,
                    CallboxObservationAutoConfiguration.class))
            .withPropertyValues("callbox.redis.uri=" + redis.directUri());
    List<String> observed = new CopyOnWriteArrayList<>();
    ObservationRegistry registry = ObservationRegistry.create();
    registry
        .observationConfig()
        .observationHandler(
            context -> {
              observed.add(String.valueOf(context.getName()));
              return true;
            });
    observing
        .withBean(ObservationRegistry.class, () -> registry)
        .run(
            context -> {
              String node = application.getBean(RpcNode.class).id();
              new GuestbookStub(context.getBean(RpcNode.class).channelTo(node)).sign("Ada");
              assertThat(observed).contains("callbox.client");
            });
    observing.run(context -> assertThat(context).doesNotHaveBean(ObservedCalls.class));
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Nothing {}
}
