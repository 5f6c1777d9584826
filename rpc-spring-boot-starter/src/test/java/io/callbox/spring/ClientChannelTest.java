package io.callbox.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.callbox.rpc.Reply;
import io.callbox.rpc.RpcChannel;
import io.callbox.spring.example.contract.Offers;
import io.callbox.spring.example.contract.OffersAllStub;
import io.callbox.transport.Transport;
import io.callbox.transport.memory.InMemoryTransport;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Injected stubs can do what stubs that a program makes can do. */
@Timeout(60)
final class ClientChannelTest {

  private final Transport transport = new InMemoryTransport();
  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(CallboxAutoConfiguration.class))
          .withInitializer(
              context -> context.getBeanFactory().registerSingleton("transport", transport));

  /** What a channel leaves out is refused at run time, whatever kind of call is added. */
  @Test
  void everyKindOfCallIsPassedOn() {
    assertThat(RpcChannel.class.getMethods())
        .allSatisfy(
            call ->
                assertThat(ClientChannel.class.getDeclaredMethods())
                    .anySatisfy(
                        own -> {
                          assertThat(own.getName()).isEqualTo(call.getName());
                          assertThat(own.getParameterTypes()).isEqualTo(call.getParameterTypes());
                        }));
  }

  /** Asks for what gives many answers. */
  record Asking(Offers offers, OffersAllStub everybody) {}

  @Test
  void injectedStubsGiveStreamsAndCallAll() {
    application
        .withBean("offers", Offers.class, Pears::new)
        .withPropertyValues("callbox.node.id=pears")
        .run(
            serving ->
                application
                    .withBean(Asking.class)
                    .run(context -> ask(context.getBean(Asking.class))));
  }

  private static void ask(Asking asking) {
    try (Stream<String> offers = asking.offers.all()) {
      assertThat(offers).containsExactly("pears", "more pears");
    }
    assertThat(asking.everybody.number().await())
        .singleElement()
        .isEqualTo(new Reply<>("pears", 2, null));
  }

  /** Offers pears. */
  static final class Pears implements Offers {

    private final String[] offers = {"pears", "more pears"};

    @Override
    public Stream<String> all() {
      return Arrays.stream(offers);
    }

    @Override
    public int number() {
      return offers.length;
    }
  }
}
