package io.callbox.deadletter;

import io.callbox.internal.wire.DeadLetterEntry;
import io.callbox.transport.DeadLetterStore;
import io.callbox.transport.DeadLetterStore.Replacement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Replays entries in one step, and collects the outcome of each. Belongs to one thread. */
final class Replay {

  private final ReplayOptions options;
  private final long nowMillis;

  /**
   * The outcome of each entry that is known without asking the broker; null if the broker decides.
   */
  private final List<@Nullable ReplayOutcome> known = new ArrayList<>();

  Replay(ReplayOptions options, long nowMillis) {
    this.options = options;
    this.nowMillis = nowMillis;
  }

  /** Returns the replacements of the entries that may be replayed. */
  List<Replacement> of(List<byte[]> entries) {
    List<Replacement> replacements = new ArrayList<>();
    for (byte[] bytes : entries) {
      DeadLetterEntry entry = DeadLetterEntry.read(bytes);
      String id = DeadLetter.idOf(bytes);
      Optional<ReplayedRequest> request =
          ReplayedRequest.of(entry.request(), id, options, nowMillis);
      if (request.isEmpty()) {
        known.add(ReplayOutcome.UNREADABLE);
      } else if (entry.mayHaveRun() && !options.mayHaveRun()) {
        known.add(ReplayOutcome.MAY_HAVE_RUN);
      } else {
        known.add(null);
        replacements.add(request.get().replacing(bytes));
      }
    }
    return replacements;
  }

  /**
   * Returns the outcome of each entry, with the broker's answers for those that it decides; empty
   * if the queue is full.
   */
  List<Optional<ReplayOutcome>> outcomes(List<DeadLetterStore.Replay> answers) {
    Iterator<DeadLetterStore.Replay> answer = answers.iterator();
    List<Optional<ReplayOutcome>> outcomes = new ArrayList<>();
    for (ReplayOutcome each : known) {
      outcomes.add(each != null ? Optional.of(each) : outcome(answer.next()));
    }
    return outcomes;
  }

  private static Optional<ReplayOutcome> outcome(DeadLetterStore.Replay answer) {
    return switch (answer) {
      case DONE -> Optional.of(ReplayOutcome.REPLAYED);
      case GONE -> Optional.of(ReplayOutcome.NOT_FOUND);
      case FULL -> Optional.empty();
    };
  }
}
