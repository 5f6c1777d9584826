package io.callbox.internal.gateway.console;

import io.callbox.contract.model.JsonObject;
import io.callbox.deadletter.LetterFilter;
import io.callbox.deadletter.ReplayOptions;
import io.callbox.deadletter.ReplayOutcome;
import io.callbox.gateway.access.Action;
import io.callbox.internal.gateway.console.Actions.Outcome;
import io.callbox.node.RpcNode;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Replays and drops dead letters, one or many of a service. Waits for Redis. */
final class DeadLetterActions {

  private static final Pattern RUN = Pattern.compile("[a-z0-9]{1,64}");

  private final RpcNode node;
  private final BulkRuns runs;

  DeadLetterActions(RpcNode node, BulkRuns runs) {
    this.node = node;
    this.runs = runs;
  }

  /**
   * Runs the action that a page requests.
   *
   * @param ended receives the outcome of a run over many letters, which continues after this
   *     returns
   */
  Outcome take(Action action, String service, JsonObject with, Consumer<String> ended) {
    String stopped = with.text("stop").orElse("");
    if (!stopped.isEmpty()) {
      return runs.stop(action, service, stopped);
    } else if (with.isTrue("all")) {
      JsonObject filter = with.object("filter");
      LetterFilter letters =
          FilterReader.read(name -> filter.text(name).orElse(""), node.deadLetters(service).now());
      String id = with.text("run").filter(RUN.asMatchPredicate()).orElse("");
      return runs.start(new BulkRuns.Task(id, action, service, letters, options(with), ended));
    }
    String letter = with.text("id").orElse("");
    return action == Action.REPLAY
        ? words(node.deadLetters(service).replay(letter, options(with)))
        : drop(service, letter);
  }

  private static ReplayOptions options(JsonObject with) {
    return with.isTrue("mayHaveRun")
        ? ReplayOptions.DEFAULT.allowingMayHaveRun()
        : ReplayOptions.DEFAULT;
  }

  private static Outcome words(ReplayOutcome outcome) {
    return switch (outcome) {
      case REPLAYED -> new Outcome(true, "It is back in its queue.");
      case NOT_FOUND -> new Outcome(false, "It is no longer there.");
      case MAY_HAVE_RUN -> new Outcome(false, "It may have run: confirm that it may run again.");
      case UNREADABLE -> new Outcome(false, "It is no request that could run.");
    };
  }

  private Outcome drop(String service, String id) {
    return node.deadLetters(service).drop(id)
        ? new Outcome(true, "It is dropped.")
        : new Outcome(false, "It is no longer there.");
  }
}
