package io.callbox.cli.command;

import io.callbox.deadletter.DeadLetters;
import io.callbox.deadletter.LetterFilter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Dead letters of a service: some by their ids, or all that a filter lets through. */
final class DeadChoice {

  @Mixin private final DeadQueue queue = new DeadQueue();
  @Mixin private final DeadFilter filter = new DeadFilter();

  @Parameters(index = "1..*", paramLabel = "ID", description = "As 'callbox dead ls' shows them.")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--all", description = "All that the filter lets through.")
  private boolean all;

  /** Whether all are meant; refuses neither and both. */
  boolean isAll() {
    if (all == !ids.isEmpty()) {
      throw Refusal.misuse("Which ones?", "Say their IDs, or --all and which of them.");
    }
    return all;
  }

  DeadLetters letters(Connection connection) {
    return queue.letters(connection);
  }

  /** For when nothing was found: refuses a name that no service or node has. */
  void refuseAbsent(Connection connection) {
    queue.refuseAbsent(connection);
  }

  /** For when one was not found: where to look. */
  String advice(Connection connection) {
    return queue.advice(connection);
  }

  List<String> ids() {
    return ids;
  }

  LetterFilter filter() {
    return filter.filter();
  }
}
