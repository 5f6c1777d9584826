package io.callbox.internal.gateway.console;

import io.callbox.contract.model.JsonObject;
import io.callbox.deadletter.BulkProgress;
import io.callbox.deadletter.BulkResult;
import io.callbox.deadletter.DeadLetters;
import io.callbox.deadletter.ReplayOptions;
import io.callbox.deadletter.ReplayOutcome;
import io.callbox.internal.gateway.console.Actions.Outcome;
import io.callbox.node.RpcNode;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Replays and drops dead letters, one or all of a service. Waits for Redis. */
final class DeadLetterActions {

  private final RpcNode node;

  /** Guards against race of pages that ask for all: each would keep a thread for seconds. */
  private final Semaphore one = new Semaphore(1);

  DeadLetterActions(RpcNode node) {
    this.node = node;
  }

  Outcome replay(String service, JsonObject with) {
    DeadLetters letters = node.deadLetters(service);
    ReplayOptions options =
        with.isTrue("mayHaveRun")
            ? ReplayOptions.DEFAULT.allowingMayHaveRun()
            : ReplayOptions.DEFAULT;
    return with.isTrue("all")
        ? all(letters, each -> replayAll(each, options))
        : words(letters.replay(with.text("id").orElse(""), options));
  }

  private static Outcome words(ReplayOutcome outcome) {
    return switch (outcome) {
      case REPLAYED -> new Outcome(true, "It is back in its queue.");
      case NOT_FOUND -> new Outcome(false, "It is no longer there.");
      case MAY_HAVE_RUN -> new Outcome(false, "It may have run: confirm that it may run again.");
      case UNREADABLE -> new Outcome(false, "It is no request that could run.");
    };
  }

  private static Outcome replayAll(DeadLetters letters, ReplayOptions options) {
    BulkResult result = letters.replayAll(each -> true, options, BulkProgress.NONE);
    String left =
        result.left() == 0
            ? ""
            : " Left there: " + result.left() + ", which may have run or cannot be read.";
    return new Outcome(
        result.left() == 0,
        "Back in the queue: " + result.done() + " of " + result.seen() + '.' + left);
  }

  Outcome drop(String service, JsonObject with) {
    DeadLetters letters = node.deadLetters(service);
    if (with.isTrue("all")) {
      return all(letters, DeadLetterActions::dropAll);
    }
    return letters.drop(with.text("id").orElse(""))
        ? new Outcome(true, "It is dropped.")
        : new Outcome(false, "It is no longer there.");
  }

  private static Outcome dropAll(DeadLetters letters) {
    BulkResult result = letters.dropAll(each -> true, BulkProgress.NONE);
    return new Outcome(true, "Dropped: " + result.done() + '.');
  }

  private Outcome all(DeadLetters letters, Function<DeadLetters, Outcome> action) {
    if (!one.tryAcquire()) {
      return new Outcome(false, "All of a service are replayed or dropped already: wait for that.");
    }
    try {
      return action.apply(letters);
    } finally {
      one.release();
    }
  }
}
