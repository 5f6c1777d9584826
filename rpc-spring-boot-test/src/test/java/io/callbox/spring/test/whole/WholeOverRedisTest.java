package io.callbox.spring.test.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.callbox.spring.test.AutoConfigureCallbox;
import io.callbox.transport.Transport;
import io.callbox.transport.redisson.RedissonTransport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** The same over a real Redis, which comes before the one that the properties name. */
@SpringBootTest(properties = "callbox.redis.uri=redis://127.0.0.1:1")
@AutoConfigureCallbox(redis = true)
class WholeOverRedisTest {

  @Autowired private ClockStub clock;
  @Autowired private ApplicationContext context;

  @Test
  void stubCallsTheServedBeanThroughRedis() {
    assertThat(clock.now()).isEqualTo(42);
    assertThat(context.getBean(Transport.class)).isInstanceOf(RedissonTransport.class);
  }
}
