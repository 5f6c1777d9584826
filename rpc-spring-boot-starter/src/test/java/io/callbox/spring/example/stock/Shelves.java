package io.callbox.spring.example.stock;

import io.callbox.spring.example.contract.Prices;
import io.callbox.spring.example.contract.Stock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/** Asks the shop for prices, on threads of Spring's. */
@Service
class Shelves implements Stock {

  private final Prices prices;
  private final Executor workers;

  Shelves(Prices prices, @Qualifier("applicationTaskExecutor") Executor workers) {
    this.prices = prices;
    this.workers = workers;
  }

  @Override
  public CompletableFuture<Long> take(String article, int pieces) {
    return CompletableFuture.supplyAsync(() -> pieces * prices.cents(article), workers);
  }
}
