package example.stock.shelves;

import example.stock.Stock;
import org.springframework.stereotype.Service;

@Service
class Shelves implements Stock {

  @Override
  public long take(String article, int pieces) {
    return 100L * article.length() * pieces;
  }
}
