package io.callbox.processor.reading;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads ISO-8601 durations: {@code PT90S}, {@code PT24H}, {@code P7D}. */
public final class DurationText {

  private static final Duration LONGEST = Duration.ofDays(366);

  private DurationText() {}

  /**
   * The duration, in whole milliseconds; empty if the text is malformed, or it is shorter than one
   * or longer than a year.
   */
  public static Optional<Duration> parse(String text) {
    try {
      Duration duration = Duration.parse(text);
      boolean bounded = duration.compareTo(LONGEST) <= 0 && !duration.isNegative();
      return bounded && duration.toMillis() > 0
          ? Optional.of(Duration.ofMillis(duration.toMillis()))
          : Optional.empty();
    } catch (DateTimeParseException malformed) {
      return Optional.empty();
    }
  }
}
