package io.callbox.samples.arith;

import io.callbox.annotation.RemoteService;
import io.callbox.annotation.Tool;

/** Whole-number arithmetic: the first service of every remote call tutorial. */
@RemoteService
public interface Arith {

  /** The product, which wraps around as {@code int} does. */
  @Tool(title = "Multiply", readOnly = true, openWorld = false)
  int multiply(int a, int b);

  /**
   * Returns how often {@code divisor} fits into {@code dividend}, and the remainder.
   *
   * @throws DivideByZeroException if {@code divisor} is zero
   */
  @Tool(title = "Divide", readOnly = true, openWorld = false)
  Quotient divide(int dividend, int divisor) throws DivideByZeroException;
}
