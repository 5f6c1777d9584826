package io.callbox.node;

/** Checks the lower bounds of settings. */
final class Settings {

  private Settings() {}

  /**
   * Returns the value; throws {@code IllegalArgumentException} with this complaint if it is less.
   */
  static <T extends Comparable<T>> T atLeast(T least, T value, String complaint) {
    if (value.compareTo(least) < 0) {
      throw new IllegalArgumentException(complaint + ", got " + value);
    }
    return value;
  }
}
