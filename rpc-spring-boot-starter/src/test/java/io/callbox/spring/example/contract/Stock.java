package io.callbox.spring.example.contract;

import io.callbox.annotation.RemoteService;
import java.util.concurrent.CompletableFuture;

/** What there is to be sold. */
@RemoteService
public interface Stock {

  /** Takes pieces of an article off the shelf, and says what they cost, in cents. */
  CompletableFuture<Long> take(String article, int pieces);
}
