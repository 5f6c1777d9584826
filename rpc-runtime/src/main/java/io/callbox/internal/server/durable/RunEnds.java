package io.callbox.internal.server.durable;

import io.callbox.internal.server.reply.Failures;
import io.callbox.internal.wire.DeadLetterEntry;
import io.callbox.internal.wire.Durability;
import io.callbox.internal.wire.ErrorBody;
import io.callbox.internal.wire.OutcomeJson;
import io.callbox.internal.wire.Request;
import io.callbox.internal.wire.RequestId;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.Delivery;
import io.callbox.transport.Namespace;
import io.callbox.transport.RunEnd;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the records of ended runs of durable calls.
 *
 * @param self the worker that has run them
 * @param namespace the namespace of the channels for results
 * @param clock tells the time at which a call was given up
 */
record RunEnds(Worker self, Namespace namespace, BrokerClock clock) {

  /** Failures that another attempt may avoid. */
  private static final Set<StatusCode> PASSING =
      Set.of(
          StatusCode.APPLICATION,
          StatusCode.INTERNAL,
          StatusCode.DEADLINE_EXCEEDED,
          StatusCode.CANCELLED,
          StatusCode.UNAVAILABLE,
          StatusCode.RESOURCE_EXHAUSTED,
          StatusCode.WORKER_LOST);

  private static final byte[] NO_OUTCOME = {};

  /** Returns the end of a run: its result, or its failure, after which it may be tried again. */
  RunEnd ended(DurableRun run, OutcomeJson outcome) {
    boolean failed = outcome.status() != null;
    boolean declared = failed && isDeclared(run, outcome);
    boolean again = failed && !declared && PASSING.contains(outcome.status()) && run.hasTriesLeft();
    RunEnd.Ending ending =
        failed ? again ? RunEnd.Ending.AGAIN : RunEnd.Ending.FAILED : RunEnd.Ending.COMPLETED;
    boolean dead = ending == RunEnd.Ending.FAILED && !declared;
    boolean mayHaveRun = !run.entry().method().idempotent();
    byte[] letter = dead ? letter(run.delivery(), outcome, run.attempts(), mayHaveRun) : null;
    return end(run, ending, outcome.json(), letter, run.pause(), run.doneTo(namespace));
  }

  /** Returns whether its method declares the exception of its failure. */
  private static boolean isDeclared(DurableRun run, OutcomeJson outcome) {
    return run.entry().method().exceptions().stream()
        .anyMatch(declared -> declared.type().equals(outcome.type()));
  }

  /** Returns the end of a run that did not start after all. */
  RunEnd returned(DurableRun run) {
    return end(run, RunEnd.Ending.RETURNED, NO_OUTCOME, null, Duration.ZERO, null);
  }

  /** Returns the end for a call that does not run now, because its service is paused. */
  RunEnd paused(DurableRun run, Duration pause) {
    return end(run, RunEnd.Ending.PUT_OFF, NO_OUTCOME, null, pause, null);
  }

  /**
   * Returns the end for a call that does not run now, because its begin is not confirmed by the
   * place that its {@code sync} names. If this has lasted too long, the call fails.
   */
  RunEnd unconfirmed(DurableRun run, Duration pause) {
    String message = run.entry().method() + ": has not begun: " + run.doubt();
    ErrorBody error = Failures.refusal(StatusCode.UNAVAILABLE, message);
    OutcomeJson outcome = OutcomeJson.of(Failures.written(RequestId.of(run.id()), error));
    byte[] letter = letter(run.delivery(), outcome, 0, false);
    return end(run, RunEnd.Ending.PUT_OFF, outcome.json(), letter, pause, run.doneTo(namespace));
  }

  private static RunEnd end(
      DurableRun run,
      RunEnd.Ending ending,
      byte[] outcome,
      byte @Nullable [] letter,
      Duration pause,
      @Nullable String doneTo) {
    return new RunEnd(
        run.delivery(),
        run.id(),
        run.entry().method().name(),
        run.name(),
        ending,
        outcome,
        letter,
        run.keep(),
        pause,
        doneTo);
  }

  /** Returns the end of a call that has failed without a run. */
  RunEnd failure(Delivery delivery, Request head, OutcomeJson outcome, Duration keep) {
    return new RunEnd(
        delivery,
        Objects.requireNonNull(head.id()).text(),
        Durability.methodOf(head.method()),
        null,
        RunEnd.Ending.FAILED,
        outcome.json(),
        letter(delivery, outcome, 0, false),
        keep,
        Duration.ZERO,
        DurableRun.doneTo(head, namespace));
  }

  private byte[] letter(Delivery delivery, OutcomeJson outcome, int attempts, boolean mayHaveRun) {
    String type = outcome.type();
    return new DeadLetterEntry(
            "its durable call failed: " + outcome.status(),
            clock.millis(),
            attempts,
            self.name(),
            mayHaveRun,
            type == null ? null : new DeadLetterEntry.Thrown(type, outcome.message()),
            delivery.message())
        .write();
  }
}
