package io.callbox.cli.command;

import io.callbox.deadletter.DeadLetter;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which dead letters a command is about. */
final class DeadFilter {

  @Option(names = "--method", paramLabel = "M", description = "Of this method: Service.method.")
  private @Nullable String method;

  @Option(names = "--caller", paramLabel = "ID", description = "Of this node's calls.")
  private @Nullable String caller;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Whose reason has this in it.")
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

  Predicate<DeadLetter> predicate() {
    Instant now = Instant.now();
    return letter ->
        (method == null || method.equals(letter.method()))
            && (caller == null || caller.equals(letter.caller()))
            && (reason == null || letter.reason().contains(reason))
            && (older == null || (letter.at() != null && letter.at().isBefore(now.minus(older))))
            && (newer == null || (letter.at() != null && letter.at().isAfter(now.minus(newer))));
  }
}
