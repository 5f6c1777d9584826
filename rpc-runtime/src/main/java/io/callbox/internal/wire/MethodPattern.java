package io.callbox.internal.wire;

/**
 * A pattern of methods, the same for dead letters and durable calls. With a dot, it is a pattern of
 * whole names, {@code Service.method}; without a dot, of methods' own names in any service: {@code
 * set*} does not match {@code Settings.get}. Immutable.
 *
 * @param namesService whether it has a dot
 * @param whole the pattern of whole names; meaningful only with a dot
 * @param own the pattern of methods' own names
 */
public record MethodPattern(boolean namesService, NamePattern whole, NamePattern own) {

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if it is longer than {@link NamePattern#LONGEST_TEXT}
   */
  public static MethodPattern of(String text) {
    NamePattern whole = NamePattern.of("method", text);
    return new MethodPattern(
        text.indexOf('.') >= 0, whole, NamePattern.of("method", ownName(text)));
  }

  /** Returns whether it matches a method with this whole name. */
  public boolean matches(String wholeName) {
    return namesService ? whole.matches(wholeName) : own.matches(ownName(wholeName));
  }

  /** Returns whether it matches a method with this own name, in a service that is not known. */
  public boolean matchesOwn(String method) {
    return own.matches(method);
  }

  private static String ownName(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
