package io.callbox.deadletter;

import io.callbox.internal.wire.MethodPattern;
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
  public static final int LONGEST_TEXT = NamePattern.LONGEST_TEXT;

  /** Accepts all dead letters. */
  public static final LetterFilter ALL = new LetterFilter(null, null, "", null, null);

  private final @Nullable MethodPattern method;
  private final @Nullable NamePattern caller;
  private final String reason;
  private final @Nullable Instant before;
  private final @Nullable Instant after;

  private LetterFilter(
      @Nullable MethodPattern method,
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
   * @param name the whole name, with the service and a dot, or without both; {@code *} stands for
   *     any text, and case does not matter. Without a dot, it is compared with the method's own
   *     name only. Empty for any method
   * @throws IllegalArgumentException if it is longer than {@link #LONGEST_TEXT}
   */
  public LetterFilter ofMethod(String name) {
    return new LetterFilter(
        name.isEmpty() ? null : MethodPattern.of(name), caller, reason, before, after);
  }

  /**
   * Accepts only letters whose caller is this node.
   *
   * @param id the whole id of the node; {@code *} stands for any text, and case does not matter.
   *     Empty for any caller, also an unknown one
   * @throws IllegalArgumentException if it is longer than {@link #LONGEST_TEXT}
   */
  public LetterFilter ofCaller(String id) {
    NamePattern pattern = id.isEmpty() ? null : NamePattern.of("caller", id);
    return new LetterFilter(method, pattern, reason, before, after);
  }

  /**
   * Accepts only letters whose reason contains this text, in any case.
   *
   * @throws IllegalArgumentException if it is longer than {@link #LONGEST_TEXT}
   */
  public LetterFilter withReason(String part) {
    String text = NamePattern.bounded("reason", part).toLowerCase(Locale.ROOT);
    return new LetterFilter(method, caller, text, before, after);
  }

  /**
   * Accepts only letters that died before this time, by the clock of Redis: see {@link
   * DeadLetters#now}.
   */
  public LetterFilter before(Instant time) {
    return new LetterFilter(method, caller, reason, time, after);
  }

  /** Accepts only letters that died after this time, by the clock of Redis. */
  public LetterFilter after(Instant time) {
    return new LetterFilter(method, caller, reason, before, time);
  }

  /** Returns whether it accepts every letter. */
  public boolean isAll() {
    return method == null && caller == null && reason.isEmpty() && before == null && after == null;
  }

  @Override
  public boolean test(DeadLetter letter) {
    return (method == null || method.matches(letter.method()))
        && isOfCaller(letter.caller())
        && (reason.isEmpty() || letter.reason().toLowerCase(Locale.ROOT).contains(reason))
        && isOfItsTime(letter.at());
  }

  private boolean isOfCaller(@Nullable String id) {
    return caller == null || (id != null && caller.matches(id));
  }

  private boolean isOfItsTime(@Nullable Instant at) {
    return (before == null || (at != null && at.isBefore(before)))
        && (after == null || (at != null && at.isAfter(after)));
  }
}
