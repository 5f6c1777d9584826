package io.callbox.spring.example.contract;

import io.callbox.annotation.RemoteService;

/** Where things are sold. */
@RemoteService
public interface Shop {

  /** Sells pieces of an article, and says what they cost, in cents. */
  long order(String article, int pieces);
}
