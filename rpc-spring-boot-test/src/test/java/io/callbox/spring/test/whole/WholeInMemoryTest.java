package io.callbox.spring.test.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.callbox.spring.test.AutoConfigureCallbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The whole application starts although the Redis of its properties is not there. */
@SpringBootTest(properties = "callbox.redis.uri=redis://127.0.0.1:1")
@AutoConfigureCallbox
class WholeInMemoryTest {

  @Autowired private ClockStub clock;

  @Test
  void stubCallsTheServedBean() {
    assertThat(clock.now()).isEqualTo(42);
  }
}
