package io.callbox.samples.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lengths of time, such as {@code 250ms} and {@code 2s}. */
public final class TimeSpan {

  private static final Pattern SHAPE = Pattern.compile("(\\d{1,9})(ms|s|m)");

  private TimeSpan() {}

  /**
   * Reads a length of time above zero.
   *
   * @param what names the value in the error
   * @throws UsageException if it is none
   */
  public static Duration parse(String what, String text) {
    Matcher parts = SHAPE.matcher(text);
    if (!parts.matches() || parts.group(1).matches("0+")) {
      throw new UsageException(what + " must be a time such as 250ms or 2s, got '" + text + "'");
    }
    long number = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      default -> Duration.ofMinutes(number);
    };
  }
}
