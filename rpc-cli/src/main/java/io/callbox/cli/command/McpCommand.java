package io.callbox.cli.command;

import io.callbox.gateway.Gateway;
import io.callbox.gateway.GatewayBuilder;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code callbox mcp}. */
@Command(
    name = "mcp",
    description = {
      "Serve one client of the Model Context Protocol over standard input and output.",
      "Methods with @Tool are its tools. The client starts this command itself."
    })
public final class McpCommand implements Callable<Integer> {

  @Mixin private final Connection connection = new Connection();

  @Option(
      names = "--json",
      description = "Changes nothing: what is said is JSON, a message a line, in any case.")
  @SuppressWarnings("UnusedVariable") // accepted because users may pass it to every command
  private boolean json;

  @Override
  public Integer call() throws IOException {
    GatewayBuilder described = connection.gateway();
    try (Gateway gateway = connection.withinPatience(described::local)) {
      gateway.serveMcp(System.in, System.out);
    }
    return 0;
  }
}
