package example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import example.stock.Stock;
import io.callbox.spring.test.CallboxSliceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The counter without a stock of its own, in memory. */
@CallboxSliceTest(components = Counter.class)
@Import(CounterTest.Fruit.class)
class CounterTest {

  static class Fruit {

    @Bean
    Stock fruit() {
      return (article, pieces) -> 7L * pieces;
    }
  }

  @Autowired private Counter counter;

  @Test
  void ordersOfTheStock() {
    assertThat(counter.order("pear", 3)).isEqualTo(21);
  }
}
