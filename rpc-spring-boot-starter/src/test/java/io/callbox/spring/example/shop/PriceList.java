package io.callbox.spring.example.shop;

import io.callbox.spring.example.contract.Prices;
import org.springframework.stereotype.Service;

/** Each letter of its name makes an article dearer. */
@Service
class PriceList implements Prices {

  @Override
  public long cents(String article) {
    return 100L * article.length();
  }
}
