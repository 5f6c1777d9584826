package io.callbox.processor.writing;

import com.palantir.javapoet.TypeSpec;

/**
 * A class to be rendered.
 *
 * @param type the class, with members that stand for rows of others
 * @param rows those others
 */
public record Draft(TypeSpec type, Rows rows) {

  /** The same rows in another class. */
  public Draft with(TypeSpec other) {
    return new Draft(other, rows);
  }
}
