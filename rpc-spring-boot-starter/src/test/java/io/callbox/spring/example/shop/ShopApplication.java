package io.callbox.spring.example.shop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Sells what the stock has, and says what things cost. */
@SpringBootApplication
public class ShopApplication {

  /** Runs until it is stopped: it serves. */
  public static void main(String[] args) {
    SpringApplication.run(ShopApplication.class, args);
  }
}
