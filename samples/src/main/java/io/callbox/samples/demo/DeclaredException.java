package io.callbox.samples.demo;

import io.callbox.samples.arith.ArithStub;
import io.callbox.samples.arith.DivideByZeroException;

/** An exception of the method's {@code throws} clause arrives with its own type. */
final class DeclaredException implements Step {

  @Override
  public String title() {
    return "a declared exception";
  }

  @Override
  public String show(Stage stage) {
    try {
      throw new IllegalStateException("1 / 0 is " + new ArithStub(stage.toAny()).divide(1, 0));
    } catch (DivideByZeroException thrown) {
      return thrown.getClass().getSimpleName() + ": " + thrown.getMessage();
    }
  }
}
