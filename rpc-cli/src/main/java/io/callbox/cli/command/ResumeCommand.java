package io.callbox.cli.command;

import io.callbox.cli.json.JsonValues;
import io.callbox.cli.output.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code callbox resume}. */
@Command(name = "resume", description = "End a pause. Exits with 1 if there was none.")
public final class ResumeCommand implements Callable<Integer> {

  @Mixin private final Connection connection = new Connection();
  @Mixin private final Output output = new Output();

  @Parameters(paramLabel = "SERVICE", description = "The service.")
  private String service = "";

  @Override
  public Integer call() {
    try (connection) {
      boolean resumed = connection.node().resume(service);
      if (output.isJson()) {
        output.value(JsonValues.object("service", service, "resumed", resumed));
      } else {
        output.say(resumed ? service + " is served again." : service + " was not paused.");
      }
      return resumed ? 0 : 1;
    }
  }
}
