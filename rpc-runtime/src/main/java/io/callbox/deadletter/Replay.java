package io.callbox.deadletter;

import io.callbox.internal.wire.DeadLetterEntry;
import io.callbox.transport.DeadLetterStore;
import io.callbox.transport.DeadLetterStore.Replacement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Entries that are put back in one step, and what comes of each. Belongs to one thread. */
final class Replay {

  private final ReplayOptions options;
  private final long nowMillis;

  /** What is known of each entry without asking the broker; null of those that it is asked for. */
  private final List<@Nullable ReplayOutcome> known = new ArrayList<>();

  Replay(ReplayOptions options, long nowMillis) {
    this.options = options;
    this.nowMillis = nowMillis;
  }

  /** What takes the places of those of the entries that may be put back. */
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

  /** What came of each entry, by what the broker answers for those that it was asked for. */
  List<ReplayOutcome> outcomes(List<DeadLetterStore.Replay> answers) {
    Iterator<DeadLetterStore.Replay> answer = answers.iterator();
    List<ReplayOutcome> outcomes = new ArrayList<>();
    for (ReplayOutcome each : known) {
      outcomes.add(each != null ? each : outcome(answer.next()));
    }
    return outcomes;
  }

  private static ReplayOutcome outcome(DeadLetterStore.Replay answer) {
    return answer == DeadLetterStore.Replay.DONE ? ReplayOutcome.REPLAYED : ReplayOutcome.NOT_FOUND;
  }
}
