package io.callbox.cli.command;

import io.callbox.cli.json.JsonValues;
import io.callbox.cli.output.Output;
import io.callbox.registry.PausedService;
import java.util.List;
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
      if (!resumed) {
        List<String> paused =
            connection.node().pausedServices().stream().map(PausedService::service).toList();
        output.warn(paused.isEmpty() ? "No service is paused." : DidYouMean.among(paused, service));
      }
      return resumed ? 0 : 1;
    }
  }
}
