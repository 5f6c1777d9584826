package io.callbox.json;

/**
 * Refuses subclasses where the contract names a class that can be extended: generated code knows
 * the members of that class only, and those of a subclass would be lost. Safe for use by many
 * threads.
 */
public final class Exactly {

  private Exactly() {}

  /**
   * Checks that a value is of the class itself.
   *
   * @throws IllegalArgumentException if it is of a subclass
   */
  public static void a(Class<?> type, Object value) {
    if (value.getClass() != type) {
      throw new IllegalArgumentException(
          value.getClass().getName()
              + " extends "
              + type.getName()
              + ", and what it adds would be lost; pass a "
              + type.getSimpleName()
              + ", or let the contract name a sealed type of which both are subtypes");
    }
  }
}
