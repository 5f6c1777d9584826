package io.callbox.internal.gateway.console;

import io.callbox.deadletter.DeadLetter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters a page shows, and all of which are replayed or dropped. Immutable.
 *
 * @param texts what the method, the caller and the reason have in them, whatever its case
 * @param before when they died at the latest; null for any time
 * @param after when they died at the earliest; null for any time
 */
record LetterFilter(Texts texts, @Nullable Instant before, @Nullable Instant after)
    implements Predicate<DeadLetter> {

  /** What a page calls its parts. */
  private static final List<String> NAMES = List.of("method", "caller", "reason", "older", "newer");

  private static final int MOST_CHARACTERS = 256;

  /** A century: no letter is as old. */
  private static final long MOST_AGO_MILLIS = Duration.ofDays(36_525).toMillis();

  private static final Texts ANY = new Texts("", "", "");

  /** What texts have in them, in lower case; empty for anything. */
  record Texts(String method, String caller, String reason) {}

  /**
   * Reads a filter.
   *
   * @param given what a page says under a name; empty if nothing. Times are milliseconds ago
   * @throws IllegalArgumentException if a time is no number, or something is long
   */
  static LetterFilter of(UnaryOperator<String> given) {
    for (String name : NAMES) {
      if (given.apply(name).length() > MOST_CHARACTERS) {
        throw new IllegalArgumentException("'" + name + "' is too long");
      }
    }
    Texts texts = new Texts(lower(given, "method"), lower(given, "caller"), lower(given, "reason"));
    return new LetterFilter(texts, ago(given.apply("older")), ago(given.apply("newer")));
  }

  private static String lower(UnaryOperator<String> given, String name) {
    return given.apply(name).strip().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Instant ago(String millis) {
    if (millis.isEmpty()) {
      return null;
    }
    long ago = Long.parseLong(millis);
    if (ago < 0 || ago > MOST_AGO_MILLIS) {
      throw new NumberFormatException(millis);
    }
    return Instant.now().minusMillis(ago);
  }

  /** Whether it lets everything through. */
  boolean isAll() {
    return texts.equals(ANY) && before == null && after == null;
  }

  @Override
  public boolean test(DeadLetter letter) {
    Instant at = letter.at();
    return has(letter.method(), texts.method)
        && has(letter.caller(), texts.caller)
        && has(letter.reason(), texts.reason)
        && (before == null || (at != null && at.isBefore(before)))
        && (after == null || (at != null && at.isAfter(after)));
  }

  private static boolean has(@Nullable String text, String part) {
    return part.isEmpty() || (text != null && text.toLowerCase(Locale.ROOT).contains(part));
  }
}
