package io.callbox.cli.command;

import io.callbox.cli.output.Output;
import io.callbox.cli.output.Spans;
import io.callbox.cli.output.Table;
import io.callbox.cli.output.Table.Cell;
import io.callbox.cli.output.Tone;
import io.callbox.deadletter.DeadLetter;
import io.callbox.deadletter.DeadLetters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code callbox dead ls}. */
@Command(name = "ls", description = "List the requests that were given up on, the latest first.")
final class DeadListCommand implements Callable<Integer> {

  private static final int PAGE = 100;

  @Mixin private final Connection connection = new Connection();
  @Mixin private final Output output = new Output();
  @Mixin private final DeadQueue queue = new DeadQueue();
  @Mixin private final DeadFilter filter = new DeadFilter();
  @Mixin private final Limit limit = new Limit();

  @Override
  public Integer call() {
    int most = limit.value();
    try (connection) {
      DeadLetters all = queue.letters(connection);
      List<DeadLetter> letters = found(all, filter.filter(all.now()), most);
      if (letters.isEmpty() && all.count() == 0) {
        queue.refuseAbsent(connection);
      }
      output.show(
          letters.stream().map(DeadLetterView::json).toList(),
          () -> table(letters),
          "There is no such dead letter.");
      if (!letters.isEmpty()) {
        output.say(Tone.FAINT, letters.size() + " of " + all.count());
        output.say(Tone.FAINT, "callbox dead show " + queue.words() + " ID");
      }
      return 0;
    }
  }

  private static List<DeadLetter> found(DeadLetters all, Predicate<DeadLetter> wanted, int most) {
    List<DeadLetter> found = new ArrayList<>();
    int from = 0;
    List<DeadLetter> page;
    do {
      page = all.list(from, PAGE);
      page.stream().filter(wanted).forEach(found::add);
      from += page.size();
    } while (!page.isEmpty() && found.size() < most);
    return found.subList(0, Math.min(most, found.size()));
  }

  private static Table table(List<DeadLetter> letters) {
    Table table = new Table("ID", ">AGO", "METHOD", "CALLER", ">TRIES", "MAY HAVE RUN", "REASON");
    for (DeadLetter letter : letters) {
      table.add(
          letter.id(),
          letter.at() == null ? "-" : Spans.of(Duration.between(letter.at(), Instant.now()).abs()),
          letter.method(),
          letter.caller() == null ? "-" : letter.caller(),
          letter.attempts() == 0 ? "-" : letter.attempts(),
          letter.mayHaveRun() ? new Cell("yes", Tone.WARNING) : "no",
          letter.reason());
    }
    return table;
  }
}
