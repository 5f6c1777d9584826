package io.callbox.spring.test.example;

import org.springframework.stereotype.Component;

/** What no test of services can have: it needs what is not there. */
@Component
class Warehouse {

  Warehouse() {
    throw new IllegalStateException("no warehouse here");
  }
}
