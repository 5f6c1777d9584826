package io.callbox.cli.command;

import io.callbox.deadletter.DeadLetters;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whose dead letters a command is about. */
final class DeadQueue {

  @Parameters(index = "0", paramLabel = "SERVICE", description = "A service.")
  private String name = "";

  @Option(names = "--inbox", description = "SERVICE is a node: what was sent to its inbox.")
  private boolean inbox;

  DeadLetters letters(Connection connection) {
    return inbox ? connection.node().inboxDeadLetters(name) : connection.node().deadLetters(name);
  }

  /** How it is written on the command line. */
  String words() {
    return inbox ? name + " --inbox" : name;
  }
}
