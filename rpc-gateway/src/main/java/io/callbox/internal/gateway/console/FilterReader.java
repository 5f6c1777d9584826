package io.callbox.internal.gateway.console;

import io.callbox.deadletter.LetterFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Reads the filter for dead letters from a page's request. */
final class FilterReader {

  /** The maximum age, a century: no letter is older. */
  private static final long MOST_AGO_MILLIS = Duration.ofDays(36_525).toMillis();

  private FilterReader() {}

  /**
   * Reads a filter.
   *
   * @param given returns the page's value for a name; empty if there is none. Times are
   *     milliseconds ago
   * @param now the time by the clock of Redis
   * @throws IllegalArgumentException if a time is not a number, or if a text is too long
   */
  static LetterFilter read(UnaryOperator<String> given, Instant now) {
    LetterFilter filter =
        LetterFilter.ALL
            .ofMethod(given.apply("method").strip())
            .ofCaller(given.apply("caller").strip())
            .withReason(given.apply("reason").strip());
    String older = given.apply("older");
    String newer = given.apply("newer");
    filter = older.isEmpty() ? filter : filter.before(now.minusMillis(ago(older)));
    return newer.isEmpty() ? filter : filter.after(now.minusMillis(ago(newer)));
  }

  private static long ago(String millis) {
    long ago = Long.parseLong(millis);
    if (ago < 0 || ago > MOST_AGO_MILLIS) {
      throw new NumberFormatException(millis);
    }
    return ago;
  }
}
