package io.callbox.cli.command;

import io.callbox.deadletter.LetterFilter;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The filter options of a command for dead letters. */
final class DeadFilter {

  @Option(
      names = "--method",
      paramLabel = "M",
      converter = Condition.class,
      description = "Of this method, by its whole name; * stands for any text.")
  private @Nullable String method;

  @Option(
      names = "--caller",
      paramLabel = "ID",
      converter = Condition.class,
      description = "Of this node's calls, by its whole id; * stands for any text.")
  private @Nullable String caller;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      converter = Condition.class,
      description = "Whose reason has this in it.")
  private @Nullable String reason;

  @Option(
      names = "--older",
      paramLabel = "TIME",
      converter = Connection.Span.class,
      description = "That died longer ago than that.")
  private @Nullable Duration older;

  @Option(
      names = "--newer",
      paramLabel = "TIME",
      converter = Connection.Span.class,
      description = "That died within that time.")
  private @Nullable Duration newer;

  /**
   * Returns the filter; refuses a text that is too long.
   *
   * @param now the time by the clock of Redis
   */
  LetterFilter filter(Instant now) {
    try {
      LetterFilter filter = LetterFilter.ALL;
      filter = method == null ? filter : filter.ofMethod(method);
      filter = caller == null ? filter : filter.ofCaller(caller);
      filter = reason == null ? filter : filter.withReason(reason);
      filter = older == null ? filter : filter.before(now.minus(older));
      return newer == null ? filter : filter.after(now.minus(newer));
    } catch (IllegalArgumentException tooLong) {
      throw Refusal.misuse(String.valueOf(tooLong.getMessage()), "A part of it will do, with *.");
    }
  }
}
