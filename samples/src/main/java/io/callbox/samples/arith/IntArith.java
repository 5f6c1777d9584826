package io.callbox.samples.arith;

/** {@link Arith} on Java's own {@code int}. Has no state, so any number of threads may use it. */
public final class IntArith implements Arith {

  @Override
  public int multiply(int a, int b) {
    return a * b;
  }

  @Override
  public Quotient divide(int dividend, int divisor) throws DivideByZeroException {
    if (divisor == 0) {
      throw new DivideByZeroException(dividend + " cannot be divided by zero");
    }
    return new Quotient(dividend / divisor, dividend % divisor);
  }
}
