package io.callbox.spring.test.example;

import org.springframework.stereotype.Component;

/** A component that is no service. */
@Component
public class Tax {

  /** A price with its tax. */
  public long on(long cents) {
    return cents + cents / 5;
  }
}
