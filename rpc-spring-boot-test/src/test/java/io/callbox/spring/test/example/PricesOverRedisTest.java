package io.callbox.spring.test.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.callbox.spring.test.CallboxSliceTest;
import io.callbox.transport.Transport;
import io.callbox.transport.redisson.RedissonTransport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The same service over a real Redis, with a part of the test's own. */
@CallboxSliceTest(redis = true)
@Import(PricesOverRedisTest.Untaxed.class)
class PricesOverRedisTest {

  static class Untaxed {

    @Bean
    Tax untaxed() {
      return new Tax() {
        @Override
        public long on(long cents) {
          return cents;
        }
      };
    }
  }

  @Autowired private PricesStub prices;
  @Autowired private ApplicationContext context;

  @Test
  void stubCallsTheServedBeanThroughRedis() {
    assertThat(prices.cents("pear")).isEqualTo(400);
    assertThat(context.getEnvironment().getProperty("callbox.redis.uri")).startsWith("redis://");
    assertThat(context.getBean(Transport.class)).isInstanceOf(RedissonTransport.class);
  }
}
