package io.callbox.spring.example.shop;

import io.callbox.spring.example.contract.Shop;
import io.callbox.spring.example.contract.Stock;
import org.springframework.stereotype.Service;

/** Where customers order. */
@Service
class Counter implements Shop {

  private final Stock stock;

  Counter(Stock stock) {
    this.stock = stock;
  }

  @Override
  public long order(String article, int pieces) {
    return stock.take(article, pieces).join();
  }
}
