package io.callbox.cli.command;

import io.callbox.cli.json.JsonValues;
import io.callbox.cli.output.Output;
import io.callbox.registry.PauseMode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code callbox pause}. */
@Command(
    name = "pause",
    description = {
      "Have nobody begin requests of a service until it is resumed. What runs, runs on.",
      "Callers are refused with UNAVAILABLE, or wait as long as their timeout allows."
    })
public final class PauseCommand implements Callable<Integer> {

  @Mixin private final Connection connection = new Connection();
  @Mixin private final Output output = new Output();

  @Parameters(paramLabel = "SERVICE", description = "The service.")
  private String service = "";

  @Option(names = "--wait", description = "Let callers wait instead of refusing them.")
  private boolean waits;

  @Override
  public Integer call() {
    try (connection) {
      PauseMode mode = waits ? PauseMode.WAIT : PauseMode.REFUSE;
      connection.node().pause(service, mode);
      Known known = new Known(connection);
      if (!known.isServed(service)) {
        output.warn(known.unserved(service, null).sentence());
      }
      String callers = waits ? "wait" : "are refused";
      if (output.isJson()) {
        output.value(JsonValues.object("service", service, "paused", true, "callers", mode));
      } else {
        output.say(service + " is paused, its callers " + callers + ". callbox resume " + service);
      }
      return 0;
    }
  }
}
