package io.callbox.cli.command;

import io.callbox.cli.json.JsonValues;
import io.callbox.cli.output.Output;
import io.callbox.rpc.CallStatus.State;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code callbox calls cancel}. */
@Command(
    name = "cancel",
    description = {
      "Cancel a durable call: one that has not begun never runs, one that runs is interrupted.",
      "Exits with 1 if it has ended otherwise."
    })
final class CallsCancelCommand implements Callable<Integer> {

  @Mixin private final Connection connection = new Connection();
  @Mixin private final Output output = new Output();
  @Mixin private final CallName name = new CallName();

  @Override
  public Integer call() {
    try (connection) {
      State state =
          connection
              .node()
              .submittedCalls(name.service())
              .cancel(name.id())
              .orElseThrow(() -> name.gone(connection));
      String id = name.id();
      boolean cancelled = state == State.CANCELLED;
      if (output.isJson()) {
        output.value(JsonValues.object("id", id, "state", state));
      } else {
        output.say(cancelled ? id + " is cancelled." : id + " has ended before: " + state + '.');
      }
      return cancelled ? 0 : 1;
    }
  }
}
