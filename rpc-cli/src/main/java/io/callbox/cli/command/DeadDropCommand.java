package io.callbox.cli.command;

import io.callbox.cli.json.JsonValues;
import io.callbox.cli.output.Output;
import io.callbox.deadletter.DeadLetters;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code callbox dead drop}. */
@Command(
    name = "drop",
    description = "Forget requests that were given up on. Exits with 1 if one was not there.")
final class DeadDropCommand implements Callable<Integer> {

  @Mixin private final Connection connection = new Connection();
  @Mixin private final Output output = new Output();
  @Mixin private final DeadChoice choice = new DeadChoice();

  @Override
  public Integer call() {
    boolean all = choice.isAll();
    try (connection) {
      DeadLetters letters = choice.letters(connection);
      return all ? dropAll(letters) : dropEach(letters);
    }
  }

  private int dropEach(DeadLetters letters) {
    int code = 0;
    for (String id : choice.ids()) {
      boolean dropped = letters.drop(id);
      if (output.isJson()) {
        output.event(JsonValues.object("id", id, "dropped", dropped));
      } else {
        output.say(id + (dropped ? ": dropped" : ": is not there"));
      }
      code = dropped ? code : 1;
    }
    if (code != 0) {
      output.warn(choice.advice(connection));
    }
    return code;
  }

  private int dropAll(DeadLetters letters) {
    return new BulkRun(connection, output, choice, letters)
        .run("dropping", letters::dropAll)
        .print("dropped.", "stay.");
  }
}
