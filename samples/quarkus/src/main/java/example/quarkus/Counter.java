package example.quarkus;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Asks for the contract, and gets the stub. */
@Singleton
public final class Counter {

  private final Stock stock;

  @Inject
  Counter(Stock stock) {
    this.stock = stock;
  }

  /** Returns the price of an order, in cents. */
  public long order(String article, int pieces) {
    return stock.take(article, pieces);
  }
}
