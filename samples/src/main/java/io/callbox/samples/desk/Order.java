package io.callbox.samples.desk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;

/**
 * The articles that a customer buys.
 *
 * @param lines at least one
 */
public record Order(@NotEmpty List<@Valid Line> lines) {

  /**
   * One article.
   *
   * @param quantity how many of it
   * @param price of one
   */
  public record Line(@Min(1) int quantity, int price) {}
}
