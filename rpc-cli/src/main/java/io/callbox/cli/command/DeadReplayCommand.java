package io.callbox.cli.command;

import io.callbox.cli.json.JsonValues;
import io.callbox.cli.output.Output;
import io.callbox.deadletter.DeadLetters;
import io.callbox.deadletter.ReplayOptions;
import io.callbox.deadletter.ReplayOutcome;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code callbox dead replay}. */
@Command(
    name = "replay",
    description = {
      "Put requests that were given up on back into their queue, with a new deadline.",
      "Exits with 1 if one of them was not put back."
    })
final class DeadReplayCommand implements Callable<Integer> {

  @Mixin private final Connection connection = new Connection();
  @Mixin private final Output output = new Output();
  @Mixin private final DeadChoice choice = new DeadChoice();

  @Option(
      names = "--may-have-run",
      description = "Those too that may have run, and must not run twice.")
  private boolean mayHaveRun;

  @Override
  public Integer call() {
    boolean all = choice.isAll();
    try (connection) {
      ReplayOptions options = ReplayOptions.DEFAULT;
      options = mayHaveRun ? options.allowingMayHaveRun() : options;
      options = connection.timeout() == null ? options : options.withTimeout(connection.timeout());
      DeadLetters letters = choice.letters(connection);
      return all ? replayAll(letters, options) : replayEach(letters, options);
    }
  }

  private int replayEach(DeadLetters letters, ReplayOptions options) {
    int code = 0;
    boolean absent = false;
    for (String id : choice.ids()) {
      ReplayOutcome outcome = letters.replay(id, options);
      if (output.isJson()) {
        output.event(JsonValues.object("id", id, "outcome", outcome));
      } else {
        output.say(id + ": " + words(outcome));
      }
      code = outcome == ReplayOutcome.REPLAYED ? code : 1;
      absent |= outcome == ReplayOutcome.NOT_FOUND;
    }
    if (absent) {
      output.warn(choice.advice(connection));
    }
    return code;
  }

  private static String words(ReplayOutcome outcome) {
    return switch (outcome) {
      case REPLAYED -> "is in its queue again";
      case NOT_FOUND -> "is not there: it was replayed or dropped before, or never was";
      case MAY_HAVE_RUN -> "may have run, and must not run twice; --may-have-run replays it";
      case UNREADABLE -> "is no request that can be read; drop it";
    };
  }

  private int replayAll(DeadLetters letters, ReplayOptions options) {
    return new BulkRun(connection, output, choice, letters)
        .run("replaying", (filter, progress) -> letters.replayAll(filter, options, progress))
        .print(
            "are in their queue again.",
            "stay: they may have run, or cannot be read. --may-have-run replays the former.");
  }
}
