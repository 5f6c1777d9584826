package io.callbox.samples.arith;

import io.callbox.annotation.RemoteService;

/** Whole-number arithmetic: the first service of every remote call tutorial. */
@RemoteService
public interface Arith {

  /** The product, which wraps around as {@code int} does. */
  int multiply(int a, int b);

  /**
   * How often {@code divisor} fits into {@code dividend}, and what is left.
   *
   * @throws DivideByZeroException if {@code divisor} is zero
   */
  Quotient divide(int dividend, int divisor) throws DivideByZeroException;
}
