package io.callbox.spring.test.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.callbox.spring.test.AutoConfigureCallbox;
import io.callbox.transport.Transport;
import io.callbox.transport.redisson.RedissonTransport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** With a real Redis, the test's transport comes before the one that the application defines. */
@SpringBootTest
@AutoConfigureCallbox(redis = true)
@Import(OwnTransport.class)
class OwnTransportOverRedisTest {

  @Autowired private ClockStub clock;
  @Autowired private Transport transport;

  @Test
  void stubCallsTheServedBean() {
    assertThat(clock.now()).isEqualTo(42);
    assertThat(transport).isInstanceOf(RedissonTransport.class);
  }
}
