package example.shop;

import example.stock.Stock;
import org.springframework.stereotype.Service;

@Service
class Counter {

  private final Stock stock;

  Counter(Stock stock) {
    this.stock = stock;
  }

  long order(String article, int pieces) {
    return stock.take(article, pieces);
  }
}
