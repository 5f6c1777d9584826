package io.callbox.cli.command;

import io.callbox.cli.output.Output;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code callbox completion}. */
@Command(
    name = "completion",
    description = "Print a script that completes commands and options, for bash and zsh.",
    footer = {"", "  source <(callbox completion)"})
public final class CompletionCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec command;

  @Mixin private final Output output = new Output();

  @Override
  public Integer call() {
    output.raw(AutoComplete.bash("callbox", command.root().commandLine()));
    return 0;
  }
}
