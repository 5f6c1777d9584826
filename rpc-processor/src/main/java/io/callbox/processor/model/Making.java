package io.callbox.processor.model;

/**
 * How an instance is made.
 *
 * @param factory the static method to call, or the static field to read; empty for the constructor
 * @param arguments how many it takes
 * @param refusal how it may refuse what it is given
 * @param single whether none is made: a static field holds the only one there is
 */
public record Making(String factory, int arguments, Refusal refusal, boolean single) {

  /** Made by a constructor or a static method. */
  public Making(String factory, int arguments, Refusal refusal) {
    this(factory, arguments, refusal, false);
  }

  /** The only instance, which a static field holds. */
  public static Making onlyOne(String field) {
    return new Making(field, 0, Refusal.NONE, true);
  }

  /** What may be thrown instead of an instance. */
  public enum Refusal {
    NONE,
    RUNTIME,
    CHECKED
  }
}
