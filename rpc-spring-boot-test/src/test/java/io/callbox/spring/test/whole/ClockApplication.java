package io.callbox.spring.test.whole;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** An application that says in its properties where its Redis is. */
@SpringBootApplication
public class ClockApplication {

  @Bean
  Clock clock() {
    return () -> 42;
  }
}
