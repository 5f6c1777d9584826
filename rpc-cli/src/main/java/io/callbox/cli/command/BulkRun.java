package io.callbox.cli.command;

import io.callbox.cli.output.Output;
import io.callbox.deadletter.BulkProgress;
import io.callbox.deadletter.BulkResult;
import io.callbox.deadletter.DeadLetters;
import io.callbox.deadletter.LetterFilter;

/** Runs a step for all chosen dead letters, until an interrupt. Belongs to one thread. */
record BulkRun(Connection connection, Output output, DeadChoice choice, DeadLetters letters) {

  /** A step for many letters. */
  interface Step {

    /** Runs the step for all that the filter accepts. */
    BulkResult on(LetterFilter filter, BulkProgress progress);
  }

  /**
   * Runs a step and shows its progress; refuses a name that no service or node has.
   *
   * @param doing a word for the step, for people
   */
  BulkReport run(String doing, Step step) {
    InterruptibleProgress progress = new InterruptibleProgress(output.progress(doing));
    BulkResult result;
    try (progress) {
      result = step.on(choice.filter(letters), progress);
    }
    if (result.failure() == null && result.seen() == 0 && letters.count() == 0) {
      choice.refuseAbsent(connection);
    }
    return new BulkReport(output, result, progress.stops());
  }
}
