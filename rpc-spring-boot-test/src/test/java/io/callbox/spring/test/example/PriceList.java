package io.callbox.spring.test.example;

import org.springframework.stereotype.Service;

/** What things cost, with what they are taxed. */
@Service
class PriceList implements Prices {

  private final Tax tax;

  PriceList(Tax tax) {
    this.tax = tax;
  }

  @Override
  public long cents(String article) {
    return tax.on(100L * article.length());
  }
}
