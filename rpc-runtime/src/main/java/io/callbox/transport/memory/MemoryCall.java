package io.callbox.transport.memory;

import io.callbox.transport.CallRecord;
import io.callbox.transport.RunEnd.Ending;
import io.callbox.transport.Worker;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The record of one durable call. Guarded by the lock of the lists. */
final class MemoryCall {

  final String method;
  final long submitted;
  String state = "WAITING";
  long due;
  int attempts;
  int lost;
  long started;

  /**
   * The time when it was first put off because its begin could not be confirmed; 0 if it was not.
   */
  long putOff;

  long ended;

  /** The time when the record ends. */
  long end;

  @Nullable String run;
  byte @Nullable [] progress;
  byte @Nullable [] error;
  byte @Nullable [] result;

  MemoryCall(String method, long submitted) {
    this.method = method;
    this.submitted = submitted;
  }

  boolean isFinal() {
    return record(false).isFinal();
  }

  /**
   * Returns whether the call has another method, or another copy of the request runs or is
   * scheduled.
   */
  boolean isAnother(String endedMethod, @Nullable String endedRun, long now) {
    return !method.equals(endedMethod)
        || (state.equals("RUNNING") && !Objects.equals(run, endedRun))
        || (state.equals("SCHEDULED") && due > now);
  }

  /** Returns whether this run of the call is under way. */
  boolean runs(String endedMethod, @Nullable String endedRun) {
    return method.equals(endedMethod) && state.equals("RUNNING") && Objects.equals(run, endedRun);
  }

  /** Returns whether another run of the same worker is under way. */
  boolean runsBySameWorker(String endedMethod, @Nullable String endedRun) {
    return method.equals(endedMethod)
        && state.equals("RUNNING")
        && !Objects.equals(run, endedRun)
        && run != null
        && endedRun != null
        && Worker.nameOf(run).equals(Worker.nameOf(endedRun));
  }

  /** Undoes the changes of a run that has not begun after all, or is to be tried again. */
  void undo(Ending ending) {
    if (ending == Ending.RETURNED || ending == Ending.PUT_OFF) {
      attempts--;
      started = 0;
    }
    if (ending == Ending.RETURNED || ending == Ending.AGAIN) {
      putOff = 0;
    }
  }

  boolean mayBegin(long now) {
    return state.equals("WAITING") || (state.equals("SCHEDULED") && due <= now);
  }

  CallRecord record(boolean withResult) {
    return new CallRecord(
        state,
        method,
        submitted,
        due,
        attempts,
        started,
        ended,
        progress,
        error,
        withResult ? result : null);
  }
}
