package io.callbox.processor.model;

/**
 * The way in which an instance is created.
 *
 * @param factory the static method to call, or the static field to read; empty for the constructor
 * @param arguments the number of its arguments
 * @param refusal the exceptions by which it may refuse its arguments
 * @param single whether a static field holds the only instance
 */
public record Making(String factory, int arguments, Refusal refusal, boolean single) {

  /** Creates with a constructor or a static method. */
  public Making(String factory, int arguments, Refusal refusal) {
    this(factory, arguments, refusal, false);
  }

  /** The only instance, which a static field holds. */
  public static Making onlyOne(String field) {
    return new Making(field, 0, Refusal.NONE, true);
  }

  /** The exceptions that may be thrown instead of an instance. */
  public enum Refusal {
    NONE,
    RUNTIME,
    CHECKED
  }
}
