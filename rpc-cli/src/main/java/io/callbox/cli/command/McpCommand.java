package io.callbox.cli.command;

import io.callbox.gateway.Gateway;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code callbox mcp}. */
@Command(
    name = "mcp",
    description = {
      "Serve one client of the Model Context Protocol over standard input and output.",
      "Methods with @Tool are its tools. The client starts this command itself."
    })
public final class McpCommand implements Callable<Integer> {

  @Mixin private final Connection connection = new Connection();

  @Override
  public Integer call() throws IOException {
    try (Gateway gateway = connection.gateway().local()) {
      gateway.serveMcp(System.in, System.out);
    }
    return 0;
  }
}
