package io.callbox.spring.test.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.callbox.spring.test.CallboxSliceTest;
import io.callbox.transport.Transport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A service of an application whose other components cannot be made. */
@CallboxSliceTest(components = Tax.class)
class PricesInMemoryTest {

  @Autowired private PricesStub prices;
  @Autowired private ApplicationContext context;

  @Test
  void stubCallsTheServedBean() {
    assertThat(prices.cents("pear")).isEqualTo(480);
  }

  @Test
  void nothingElseOfTheApplicationIsThere() {
    assertThat(context.getBeanNamesForType(Warehouse.class)).isEmpty();
    assertThat(context.getBeanNamesForType(Transport.class)).hasSize(1);
  }
}
