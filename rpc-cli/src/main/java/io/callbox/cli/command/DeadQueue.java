package io.callbox.cli.command;

import io.callbox.deadletter.DeadLetters;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The service or node whose dead letters a command uses. */
final class DeadQueue {

  @Parameters(index = "0", paramLabel = "SERVICE", description = "A service.")
  private String name = "";

  @Option(names = "--inbox", description = "SERVICE is a node: what was sent to its inbox.")
  private boolean inbox;

  DeadLetters letters(Connection connection) {
    return inbox ? connection.node().inboxDeadLetters(name) : connection.node().deadLetters(name);
  }

  /**
   * Returns a refusal if no service or node has the name; null if one has. Call it if no letter was
   * found.
   */
  @Nullable Refusal absent(Connection connection) {
    Known known = new Known(connection);
    return inbox ? known.absentNode(name) : known.absentService(name, null);
  }

  /** Refuses a name that no service or node has. Call it if no letter was found. */
  void refuseAbsent(Connection connection) {
    Refusal absent = absent(connection);
    if (absent != null) {
      throw absent;
    }
  }

  /** Returns advice if a dead letter is not there: about the name, if no service or node has it. */
  String advice(Connection connection) {
    Refusal absent = absent(connection);
    return absent == null ? "callbox dead ls " + words() : absent.sentence();
  }

  /** Returns its words on the command line. */
  String words() {
    return inbox ? name + " --inbox" : name;
  }
}
