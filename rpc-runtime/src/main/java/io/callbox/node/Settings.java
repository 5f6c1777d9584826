package io.callbox.node;

/** Settings that must not be less than something. */
final class Settings {

  private Settings() {}

  /** The value; throws {@code IllegalArgumentException} with this complaint if it is less. */
  static <T extends Comparable<T>> T atLeast(T least, T value, String complaint) {
    if (value.compareTo(least) < 0) {
      throw new IllegalArgumentException(complaint + ", got " + value);
    }
    return value;
  }
}
