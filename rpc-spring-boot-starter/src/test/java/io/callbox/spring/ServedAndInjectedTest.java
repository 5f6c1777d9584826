package io.callbox.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.callbox.node.RpcNode;
import io.callbox.rpc.CallObserver;
import io.callbox.rpc.Interceptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.spring.example.contract.Prices;
import io.callbox.spring.example.contract.PricesAsyncStub;
import io.callbox.spring.example.contract.PricesStub;
import io.callbox.spring.example.contract.Stock;
import io.callbox.spring.example.contract.StockStub;
import io.callbox.transport.Transport;
import io.callbox.transport.memory.InMemoryTransport;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;

/** Contexts in memory: what is served, and what is injected. */
@Timeout(60)
final class ServedAndInjectedTest {

  private final Transport transport = new InMemoryTransport();
  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(CallboxAutoConfiguration.class))
          .withInitializer(
              context -> context.getBeanFactory().registerSingleton("transport", transport))
          .withPropertyValues("spring.application.name=my shop");
  private final ApplicationContextRunner provider =
      application.withBean("prices", Prices.class, () -> article -> 100);

  /** Asks for a remote service, in the ways that Spring has. */
  record Asking(Prices prices, PricesAsyncStub later, ObjectProvider<Prices> maybe) {}

  @Test
  void stubIsInjectedWhereNoBeanIsThereAndCallsTheBeanOfAnotherApplication() {
    provider.run(
        serving ->
            application
                .withBean(Asking.class)
                .run(
                    context -> {
                      Asking asking = context.getBean(Asking.class);
                      assertThat(asking.prices).isInstanceOf(PricesStub.class);
                      assertThat(asking.prices.cents("pear")).isEqualTo(100);
                      assertThat(asking.later.cents("pear").join()).isEqualTo(100);
                      assertThat(asking.maybe.getObject().cents("pear")).isEqualTo(100);
                      assertThat(context.getBean(CurrentNode.class).get().registry().nodes())
                          .hasSize(2);
                    }));
  }

  @Test
  void beanOfTheApplicationIsInjectedAsItself() {
    provider
        .withBean(Asking.class)
        .run(
            context ->
                assertThat(context.getBean(Asking.class).prices)
                    .isSameAs(context.getBean("prices")));
  }

  @Test
  void importedServicesAreBeansUnlessTheApplicationHasThem() {
    provider
        .withUserConfiguration(Importing.class)
        .run(
            context -> {
              assertThat(context.getBean(Stock.class)).isInstanceOf(StockStub.class);
              assertThat(context.getBeansOfType(Prices.class)).containsOnlyKeys("prices");
              assertThat(context.getBean(PricesAsyncStub.class).cents("pear").join())
                  .isEqualTo(100);
              assertThat(services(context.getBean(RpcNode.class))).containsExactly("Prices");
            });
  }

  @Configuration(proxyBeanMethods = false)
  @ImportRemoteServices("${contracts:io.callbox.spring.example.contract}")
  static class Importing {}

  @Test
  void nodeIsNamedForTheApplicationAndRunsAsLongAsItsContext() {
    application.run(
        context -> {
          RpcNode node = context.getBean(RpcNode.class);
          assertThat(node.id()).matches("my-shop-[0-9a-z]{8}");
          context.stop();
          assertThat(node.health().alive()).isFalse();
          context.start();
          RpcNode anew = context.getBean(RpcNode.class);
          assertThat(anew.id()).isEqualTo(node.id());
          assertThat(anew.health().ready()).isTrue();
          context.close();
          assertThat(anew.health().alive()).isFalse();
        });
  }

  @Test
  void propertiesSayHowAServiceIsCalled() {
    provider
        .withPropertyValues("callbox.node.id=provider")
        .run(
            serving -> {
              assertThat(serving.getBean(RpcNode.class).id()).isEqualTo("provider");
              ApplicationContextRunner caller = application.withBean(Asking.class);
              caller
                  .withPropertyValues("callbox.clients.prices.node=provider")
                  .run(context -> assertThat(ask(context.getBean(Asking.class))).isEqualTo("100"));
              caller
                  .withPropertyValues("callbox.clients.prices.node=nobody")
                  .run(
                      context ->
                          assertThat(ask(context.getBean(Asking.class))).isEqualTo("UNAVAILABLE"));
              caller
                  .withPropertyValues(
                      "callbox.clients.prices.node=nobody",
                      "callbox.clients.prices.wait=true",
                      "callbox.clients.prices.timeout=50ms")
                  .run(
                      context ->
                          assertThat(ask(context.getBean(Asking.class)))
                              .isEqualTo("DEADLINE_EXCEEDED"));
            });
  }

  private static String ask(Asking asking) {
    try {
      return Long.toString(asking.prices.cents("pear"));
    } catch (RpcException failed) {
      return failed.code().name();
    }
  }

  @Test
  void callBeforeTheStartIsRefusedWithAReason() {
    application
        .withBean(Hasty.class)
        .run(
            context -> {
              assertThat(context).hasFailed();
              assertThat(context.getStartupFailure())
                  .rootCause()
                  .isInstanceOfSatisfying(
                      RpcException.class,
                      refused -> assertThat(refused.code()).isEqualTo(StatusCode.UNAVAILABLE))
                  .hasMessageContaining("once all beans are made");
            });
  }

  /** Calls while it is made. */
  static final class Hasty {

    Hasty(Prices prices) {
      prices.cents("pear");
    }
  }

  @Test
  void oneOfSeveralBeansHasToBePrimary() {
    ApplicationContextRunner two = provider.withBean("others", Prices.class, () -> article -> 200);
    two.run(
        context ->
            assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("[prices, others] as @Primary"));
    provider
        .withUserConfiguration(PrimaryPrices.class)
        .run(
            serving ->
                application
                    .withBean(Asking.class)
                    .run(
                        context ->
                            assertThat(context.getBean(Asking.class).prices.cents("pear"))
                                .isEqualTo(300)));
  }

  @Configuration(proxyBeanMethods = false)
  static class PrimaryPrices {

    @Bean
    @Primary
    Prices primaryPrices() {
      return article -> 300;
    }
  }

  @Test
  void wrapperOfAStubIsInjectedButNotServed() {
    provider.run(
        serving ->
            application
                .withUserConfiguration(Doubling.class)
                .withBean(Asking.class)
                .run(
                    context -> {
                      assertThat(context.getBean(Asking.class).prices.cents("pear")).isEqualTo(200);
                      assertThat(context.getBean(NodeSettings.class).served()).isEmpty();
                    }));
  }

  @Configuration(proxyBeanMethods = false)
  static class Doubling {

    @Bean
    @NotServed
    Prices doubled(PricesStub remote) {
      return article -> 2 * remote.cents(article);
    }
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void implementationsRunOnVirtualThreadsWhereBootHasThemOn() {
    List<String> threads = new CopyOnWriteArrayList<>();
    application
        .withPropertyValues("spring.threads.virtual.enabled=true")
        .withBean(
            Prices.class,
            () ->
                article -> {
                  threads.add(Thread.currentThread().getName());
                  return 100;
                })
        .run(
            context -> {
              new PricesStub(context.getBean(RpcNode.class).channelToAny()).cents("pear");
              assertThat(threads).singleElement().asString().startsWith("callbox-call-");
            });
  }

  @Test
  void interceptorsBeginInTheirOrder() {
    provider
        .withUserConfiguration(Intercepting.class)
        .withBean(Asking.class)
        .run(
            serving -> {
              new PricesStub(serving.getBean(RpcNode.class).channelToAny()).cents("pear");
              assertThat(serving.getBean(Intercepting.class).begun)
                  .startsWith("first CLIENT", "second CLIENT", "first SERVER", "second SERVER");
            });
  }

  @Configuration(proxyBeanMethods = false)
  static class Intercepting {

    final List<String> begun = new CopyOnWriteArrayList<>();

    @Bean
    @Order(2)
    Interceptor second() {
      return noting("second ");
    }

    @Bean
    @Order(1)
    Interceptor first() {
      return noting("first ");
    }

    private Interceptor noting(String name) {
      return call -> {
        begun.add(name + call.side());
        return CallObserver.NONE;
      };
    }
  }

  @Test
  void customizersHaveTheLastWord() {
    application
        .withPropertyValues("callbox.timeout=1s", "callbox.namespace=ours", "callbox.concurrency=3")
        .withBean(RpcNodeCustomizer.class, () -> node -> node.label("zone", "eu-1"))
        .run(
            context ->
                assertThat(context.getBean(RpcNode.class).registry().nodes())
                    .singleElement()
                    .satisfies(self -> assertThat(self.labels()).containsEntry("zone", "eu-1")));
  }

  @Test
  void nothingHappensWhereItIsSwitchedOff() {
    application
        .withPropertyValues("callbox.enabled=false")
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(NodeLifecycle.class));
  }

  private static List<String> services(RpcNode node) {
    return node.registry().nodes().stream()
        .flatMap(each -> each.services().stream())
        .map(each -> each.name())
        .toList();
  }
}
