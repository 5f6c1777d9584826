package io.callbox.spring.example.stock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Has what the shop sells. */
@SpringBootApplication
public class StockApplication {

  /** Runs until it is stopped: it serves. */
  public static void main(String[] args) {
    SpringApplication.run(StockApplication.class, args);
  }
}
