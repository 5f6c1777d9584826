package io.callbox.spring.test.example;

import io.callbox.annotation.RemoteService;

/** What things cost. */
@RemoteService
public interface Prices {

  /** The price of one piece, in cents. */
  long cents(String article);
}
