package io.callbox.spring.test.whole;

import io.callbox.transport.Transport;
import io.callbox.transport.memory.InMemoryTransport;
import org.springframework.context.annotation.Bean;

/** An application's own transport. */
class OwnTransport {

  @Bean
  Transport ownTransport() {
    return new InMemoryTransport();
  }
}
