package io.callbox.deadletter;

import io.callbox.internal.wire.NamePattern;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Selects dead letters; programs, the command line and the console use the same filter. It accepts
 * a letter that meets all conditions that are set. Immutable: each method returns a copy.
 *
 * <pre>{@code
 * LetterFilter old = LetterFilter.ALL.ofMethod("Arith.*").before(twoDaysAgo);
 * node.deadLetters("Arith").dropAll(old, BulkProgress.NONE);
 * }</pre>
 */
public final class LetterFilter implements Predicate<DeadLetter> {

  /** The maximum length of a text, in characters. */
  public static final int LONGEST_TEXT = 256;

  /** All dead letters. */
  public static final LetterFilter ALL = new LetterFilter(null, null, "", null, null);

  private final @Nullable NamePattern method;
  private final @Nullable NamePattern caller;
  private final String reason;
  private final @Nullable Instant before;
  private final @Nullable Instant after;

  private LetterFilter(
      @Nullable NamePattern method,
      @Nullable NamePattern caller,
      String reason,
      @Nullable Instant before,
      @Nullable Instant after) {
    this.method = method;
    this.caller = caller;
    this.reason = reason;
    this.before = before;
    this.after = after;
  }

  /**
   * Accepts only letters of this method.
   *
   * @param name the whole name, with or without the service; {@code *} stands for any text, and
   *     case does not matter. Empty for any method
   * @throws IllegalArgumentException if it is longer than {@link #LONGEST_TEXT}
   */
  public LetterFilter ofMethod(String name) {
    return new LetterFilter(pattern("method", name), caller, reason, before, after);
  }

  /**
   * Accepts only letters whose caller is this node.
   *
   * @param id the whole id of the node; {@code *} stands for any text, and case does not matter.
   *     Empty for any caller, also an unknown one
   * @throws IllegalArgumentException if it is longer than {@link #LONGEST_TEXT}
   */
  public LetterFilter ofCaller(String id) {
    return new LetterFilter(method, pattern("caller", id), reason, before, after);
  }

  /**
   * Accepts only letters whose reason contains this text, in any case.
   *
   * @throws IllegalArgumentException if it is longer than {@link #LONGEST_TEXT}
   */
  public LetterFilter withReason(String part) {
    String text = bounded("reason", part).toLowerCase(Locale.ROOT);
    return new LetterFilter(method, caller, text, before, after);
  }

  /** Accepts only letters that died before this time, by the clock of Redis. */
  public LetterFilter before(Instant time) {
    return new LetterFilter(method, caller, reason, time, after);
  }

  /** Accepts only letters that died after this time, by the clock of Redis. */
  public LetterFilter after(Instant time) {
    return new LetterFilter(method, caller, reason, before, time);
  }

  private static @Nullable NamePattern pattern(String what, String text) {
    return text.isEmpty() ? null : NamePattern.of(bounded(what, text));
  }

  private static String bounded(String what, String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException(
          "'" + what + "' is longer than " + LONGEST_TEXT + " characters");
    }
    return text;
  }

  /** Returns whether it accepts every letter. */
  public boolean isAll() {
    return method == null && caller == null && reason.isEmpty() && before == null && after == null;
  }

  @Override
  public boolean test(DeadLetter letter) {
    return isOfMethod(letter.method())
        && isOfCaller(letter.caller())
        && (reason.isEmpty() || letter.reason().toLowerCase(Locale.ROOT).contains(reason))
        && isOfItsTime(letter.at());
  }

  private boolean isOfMethod(String name) {
    return method == null
        || method.matches(name)
        || method.matches(name.substring(name.lastIndexOf('.') + 1));
  }

  private boolean isOfCaller(@Nullable String id) {
    return caller == null || (id != null && caller.matches(id));
  }

  private boolean isOfItsTime(@Nullable Instant at) {
    return (before == null || (at != null && at.isBefore(before)))
        && (after == null || (at != null && at.isAfter(after)));
  }
}
