package io.callbox.cli.command;

import io.callbox.deadletter.DeadLetters;
import io.callbox.deadletter.LetterFilter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The choice of dead letters: some by id, or all that a filter accepts. */
final class DeadChoice {

  @Mixin private final DeadQueue queue = new DeadQueue();
  @Mixin private final DeadFilter filter = new DeadFilter();

  @Parameters(index = "1..*", paramLabel = "ID", description = "As 'callbox dead ls' shows them.")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--all", description = "All that the filter lets through.")
  private boolean all;

  /** Returns whether all are chosen; refuses a command line with neither or both. */
  boolean isAll() {
    if (all == !ids.isEmpty()) {
      throw Refusal.misuse("Which ones?", "Say their IDs, or --all and which of them.");
    }
    return all;
  }

  DeadLetters letters(Connection connection) {
    return queue.letters(connection);
  }

  /** Refuses a name that no service or node has. Call it if no letter was found. */
  void refuseAbsent(Connection connection) {
    queue.refuseAbsent(connection);
  }

  /** Returns advice on where to look. Call it if a letter was not found. */
  String advice(Connection connection) {
    return queue.advice(connection);
  }

  List<String> ids() {
    return ids;
  }

  LetterFilter filter(DeadLetters letters) {
    return filter.filter(letters.now());
  }
}
