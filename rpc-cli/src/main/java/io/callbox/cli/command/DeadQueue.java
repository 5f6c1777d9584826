package io.callbox.cli.command;

import io.callbox.deadletter.DeadLetters;
import org.jspecify.annotations.Nullable;
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

  /** For when nothing was found: says that no service or node has the name; null if one does. */
  @Nullable Refusal absent(Connection connection) {
    Known known = new Known(connection);
    return inbox ? known.absentNode(name) : known.absentService(name, null);
  }

  /** For when nothing was found: refuses a name that no service or node has. */
  void refuseAbsent(Connection connection) {
    Refusal absent = absent(connection);
    if (absent != null) {
      throw absent;
    }
  }

  /** Where to look when a dead letter is not there: at the name, if nothing has it. */
  String advice(Connection connection) {
    Refusal absent = absent(connection);
    return absent == null ? "callbox dead ls " + words() : absent.sentence();
  }

  /** How it is written on the command line. */
  String words() {
    return inbox ? name + " --inbox" : name;
  }
}
