package io.callbox.samples.arith;

/** A number was to be divided by zero. Travels to the caller as itself. */
public final class DivideByZeroException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Made by the service, and again on the caller's side with the message that travelled. */
  public DivideByZeroException(String message) {
    super(message);
  }
}
