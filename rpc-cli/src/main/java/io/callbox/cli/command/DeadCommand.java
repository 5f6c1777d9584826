package io.callbox.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code callbox dead}. */
@Command(
    name = "dead",
    description = "See, replay and drop the requests that were given up on.",
    subcommands = {
      DeadListCommand.class,
      DeadShowCommand.class,
      DeadReplayCommand.class,
      DeadDropCommand.class
    })
public final class DeadCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec command;

  @Override
  public void run() {
    throw new ParameterException(command.commandLine(), "say 'ls', 'show', 'replay' or 'drop'");
  }
}
