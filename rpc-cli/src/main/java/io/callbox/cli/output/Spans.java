package io.callbox.cli.output;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Reads and writes durations for people. */
public final class Spans {

  private Spans() {}

  /**
   * Writes a duration: {@code 340 µs}, {@code 12.3 ms}, {@code 4.1 s}, {@code 3 min 5 s}, {@code 2
   * d 4 h}.
   */
  public static String of(Duration span) {
    long micros = TimeUnit.SECONDS.toMicros(span.toSeconds()) + span.toNanosPart() / 1_000;
    if (micros < 1_000) {
      return micros + " µs";
    } else if (micros < 1_000_000) {
      return decimal(micros / 1_000.0, "ms");
    } else if (span.toSeconds() < 60) {
      return decimal(micros / 1_000_000.0, "s");
    } else if (span.toHours() < 1) {
      return span.toMinutes() + " min " + span.toSecondsPart() + " s";
    } else if (span.toDays() < 1) {
      return span.toHours() + " h " + span.toMinutesPart() + " min";
    }
    return span.toDays() + " d " + span.toHoursPart() + " h";
  }

  /** Writes a duration in microseconds. */
  public static String ofMicros(long micros) {
    return of(Duration.ofNanos(1_000 * Math.min(micros, Long.MAX_VALUE / 1_000)));
  }

  private static String decimal(double value, String unit) {
    String form = value < 100 ? "%.1f %s" : "%.0f %s";
    return String.format(Locale.ROOT, form, value, unit);
  }

  /**
   * Reads {@code 500ms}, {@code 10s}, {@code 5m}, {@code 2h}, {@code 1d} or ISO-8601.
   *
   * @throws IllegalArgumentException if it has another form, or is not positive
   */
  public static Duration parse(String text) {
    try {
      Duration span = text.startsWith("P") ? Duration.parse(text) : parseUnits(text);
      if (!span.isNegative() && !span.isZero()) {
        return span;
      }
    } catch (RuntimeException malformed) { // of several kinds; this one says more:
      throw misfit(text);
    }
    throw misfit(text);
  }

  private static Duration parseUnits(String text) {
    String digits = text.replaceFirst("[a-z]+$", "");
    long count = Long.parseLong(digits);
    return switch (text.substring(digits.length())) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m", "min" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      case "d" -> Duration.ofDays(count);
      default -> throw misfit(text);
    };
  }

  private static IllegalArgumentException misfit(String text) {
    return new IllegalArgumentException(
        "'" + text + "' is no length of time: write 500ms, 10s, 5m, 2h or 1d");
  }
}
