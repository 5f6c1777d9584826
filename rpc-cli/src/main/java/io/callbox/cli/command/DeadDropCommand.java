package io.callbox.cli.command;

import io.callbox.cli.json.JsonValues;
import io.callbox.cli.output.Output;
import io.callbox.cli.output.ProgressLine;
import io.callbox.deadletter.BulkResult;
import io.callbox.deadletter.DeadLetters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code callbox dead drop}. */
@Command(
    name = "drop",
    description = "Forget requests that were given up on. Exits with 1 if one was not there.")
final class DeadDropCommand implements Callable<Integer> {

  @Mixin private final Connection connection = new Connection();
  @Mixin private final Output output = new Output();
  @Mixin private final DeadQueue queue = new DeadQueue();
  @Mixin private final DeadFilter filter = new DeadFilter();

  @Parameters(index = "1..*", paramLabel = "ID", description = "As 'callbox dead ls' shows them.")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--all", description = "All that the filter lets through.")
  private boolean all;

  @Override
  public Integer call() {
    if (all == !ids.isEmpty()) {
      throw Refusal.misuse("Which ones?", "Say their IDs, or --all and which of them.");
    }
    try (connection) {
      DeadLetters letters = queue.letters(connection);
      return all ? dropAll(letters) : dropEach(letters);
    }
  }

  private int dropEach(DeadLetters letters) {
    int code = 0;
    for (String id : ids) {
      boolean dropped = letters.drop(id);
      if (output.isJson()) {
        output.event(JsonValues.object("id", id, "dropped", dropped));
      } else {
        output.say(id + (dropped ? ": dropped" : ": is not there"));
      }
      code = dropped ? code : 1;
    }
    return code;
  }

  private int dropAll(DeadLetters letters) {
    BulkResult result;
    try (ProgressLine progress = output.progress("dropping")) {
      result = letters.dropAll(filter.predicate(), progress::at);
    }
    if (output.isJson()) {
      output.value(JsonValues.object("done", result.done(), "seen", result.seen()));
    } else {
      output.say(result.done() + " of " + result.seen() + " dropped.");
    }
    return 0;
  }
}
