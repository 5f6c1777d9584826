package io.callbox.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code callbox calls}. */
@Command(
    name = "calls",
    description = "See and cancel durable calls, whoever submitted them.",
    subcommands = {CallsListCommand.class, CallsShowCommand.class, CallsCancelCommand.class})
public final class CallsCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec command;

  @Override
  public void run() {
    throw new ParameterException(command.commandLine(), "say 'ls', 'show' or 'cancel'");
  }
}
