package io.callbox.cli.command;

import io.callbox.cli.json.JsonValues;
import io.callbox.cli.output.Output;
import io.callbox.gateway.Gateway;
import io.callbox.gateway.GatewayBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code callbox gateway}. */
@Command(
    name = "gateway",
    description = {
      "Serve HTTP until interrupted: JSON-RPC at /rpc, MCP at /mcp, a console at /.",
      "Whoever is not on this machine has to be known: --tokens, or --authenticator."
    })
public final class GatewayCommand implements Callable<Integer> {

  @Mixin private final Connection connection = new Connection();
  @Mixin private final Output output = new Output();

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:8420",
      description = "Where to listen; ${DEFAULT-VALUE} by default.")
  private String address = "";

  @Mixin private final AccessOptions access = new AccessOptions();

  @Option(
      names = "--expose",
      paramLabel = "METHOD",
      description = "Show this method only, Service.method or Service.*; can be repeated.")
  private List<String> exposed = new ArrayList<>();

  @Option(
      names = "--origin",
      paramLabel = "ORIGIN",
      description = "Let pages of this origin in, https://shop.example; can be repeated.")
  private List<String> origins = new ArrayList<>();

  @Option(
      names = "--allow-actions",
      description =
          "Let the console call, replay, drop, pause and cancel; it only shows otherwise.")
  private boolean actions;

  @Option(
      names = "--mask-payloads",
      description = "Let the console show neither arguments nor results.")
  private boolean masked;

  @Override
  public Integer call() throws IOException, InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    try (Gateway gateway = started()) {
      Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "callbox-gateway-close"));
      String uri = gateway.uri().orElseThrow().toString();
      output.say("listening on " + uri);
      if (output.isJson()) {
        output.event(JsonValues.object("uri", uri));
      }
      interrupted.await(); // waits until a signal ends the process
    }
    return 0;
  }

  private Gateway started() throws IOException {
    GatewayBuilder described = described();
    try {
      return connection.listening(described);
    } catch (IOException taken) {
      Throwable why = taken.getCause() == null ? taken : taken.getCause();
      throw Refusal.misuse(
          address + " cannot be listened on: " + why.getMessage(),
          "--listen HOST:PORT says another place; with port 0, any that is free.");
    } catch (IllegalStateException open) {
      if (access.identify()) {
        throw open;
      }
      throw Refusal.misuse(
          address
              + " can be reached by others than this machine, and whoever came would be let in.",
          "--tokens FILE says who may come in, or --authenticator CLASS; --listen 127.0.0.1:8420 keeps others out.");
    }
  }

  private GatewayBuilder described() throws IOException {
    GatewayBuilder builder = connection.gateway().listen(address);
    access.set(builder);
    if (!exposed.isEmpty()) {
      builder.expose(exposed.toArray(String[]::new));
    }
    if (actions) {
      builder.allowActions();
    }
    if (masked) {
      builder.maskPayloads();
    }
    origins.forEach(builder::allowOrigin);
    return builder;
  }
}
