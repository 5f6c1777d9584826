package io.callbox.transport.memory;

import io.callbox.transport.CallStore;
import io.callbox.transport.CallStore.Begun;
import io.callbox.transport.CallStore.Verdict;
import io.callbox.transport.QueueName;
import io.callbox.transport.RunBegin;
import io.callbox.transport.RunEnd;
import io.callbox.transport.RunEnd.Ending;
import java.time.Duration;
import java.util.List;

/**
 * The steps of runs of durable calls in memory. The caller holds the lock of the table.
 *
 * @param table the records
 */
record MemoryRuns(MemoryCallTable table) {

  private static final String SCHEDULED = "SCHEDULED";
  static final String RUNNING = "RUNNING";
  private static final String CANCELLED = "CANCELLED";
  private static final long WAIT = CallStore.LONGEST_WAIT.toMillis();

  Begun begin(QueueName queue, RunBegin beginning, List<Runnable> hints) {
    long now = table.millis();
    MemoryCall call = table.find(queue, beginning.id());
    if (!table.isHeld(beginning.delivery())) {
      return new Begun(Verdict.DROPPED, 0);
    }
    if (call != null && !(call.method.equals(beginning.method()) && call.mayBegin(now))) {
      return passedOver(call, beginning);
    }
    long since =
        call == null
            ? Math.max(beginning.sentAt(), beginning.due())
            : Math.max(call.submitted, call.due);
    if (since > 0 && since + WAIT < now) {
      return new Begun(Verdict.TOO_OLD, call == null ? 0 : call.attempts);
    }
    if (call == null) {
      call = table.waiting(queue, beginning.id(), beginning.method(), beginning.keep());
    }
    if (!call.state.equals(SCHEDULED) && beginning.due() > now) {
      call.end = beginning.due() + 2 * WAIT + beginning.keep().toMillis();
      table.remove(beginning.delivery());
      table.schedule(queue, call, beginning.due(), beginning.delivery().message(), hints);
      return new Begun(Verdict.SCHEDULED, 0);
    }
    call.state = RUNNING;
    call.run = beginning.run();
    call.attempts++;
    call.started = now;
    call.end = now + beginning.longest().toMillis() + WAIT + beginning.keep().toMillis();
    return new Begun(Verdict.RUN, call.attempts);
  }

  private Begun passedOver(MemoryCall call, RunBegin beginning) {
    boolean ours = call.method.equals(beginning.method());
    if (ours && call.state.equals(RUNNING) && beginning.run().equals(call.run)) {
      return new Begun(Verdict.RUN, call.attempts);
    }
    boolean own = call.runsBySameWorker(beginning.method(), beginning.run());
    if (!own || table.copies(beginning.delivery()) > 1) {
      table.remove(beginning.delivery());
    }
    if (ours && call.state.equals(CANCELLED)) {
      call.end = table.millis() + beginning.keep().toMillis();
    }
    return new Begun(Verdict.DROPPED, call.attempts);
  }

  void end(QueueName queue, RunEnd ended, List<Runnable> hints) {
    boolean held = table.remove(ended.delivery());
    long now = table.millis();
    MemoryCall call = table.find(queue, ended.id());
    if (!held && (call == null || !call.runs(ended.method(), ended.run()))) {
      return;
    }
    if (call == null) {
      call = new MemoryCall(ended.method(), now);
      table.of(queue).put(ended.id(), call);
    }
    if (call.isAnother(ended.method(), ended.run(), now)) {
      if (call.runsBySameWorker(ended.method(), ended.run())) {
        table.hold(ended.delivery());
      }
      return;
    }
    if (call.isFinal()) {
      call.end =
          call.state.equals(CANCELLED)
              ? Math.min(call.end, now + ended.keep().toMillis())
              : call.end;
      return;
    }
    if (call.state.equals(RUNNING)) {
      call.undo(ended.ending());
    }
    call.run = null;
    boolean goesOn =
        switch (ended.ending()) {
          case RETURNED, AGAIN -> true;
          case PUT_OFF -> mayWait(call, ended, now);
          case COMPLETED, FAILED -> false;
        };
    if (goesOn) {
      goOn(queue, call, ended, held, hints);
    } else {
      call.end = now + ended.keep().toMillis();
      finish(queue, call, ended, hints);
    }
  }

  /**
   * Schedules the next attempt. If the request is not held, its heir puts it into the queue,
   * because two copies could both run.
   */
  private void goOn(
      QueueName queue, MemoryCall call, RunEnd ended, boolean held, List<Runnable> hints) {
    long now = table.millis();
    byte[] request = ended.delivery().message();
    boolean returned = ended.ending() == Ending.RETURNED;
    if (!returned && ended.outcome().length > 0) {
      call.error = ended.outcome();
    }
    if (held && !returned) {
      long due = call.due;
      again(queue, call, request, new Wait(ended.pause(), ended.keep()), hints);
      boolean isPaused = ended.ending() == Ending.PUT_OFF && ended.outcome().length == 0;
      call.due = isPaused && due > 0 ? due : call.due;
      return;
    }
    call.state = "WAITING";
    call.end = Math.max(call.end, now + 2 * WAIT + ended.keep().toMillis());
    if (held) {
      table.lists().pushRight(queue, request);
    } else {
      call.due = now;
    }
  }

  /** Returns whether a call that cannot begin may be put off once more. */
  private static boolean mayWait(MemoryCall call, RunEnd ended, long now) {
    if (ended.outcome().length == 0) {
      return true;
    }
    call.putOff = call.putOff == 0 ? now : call.putOff;
    return now - call.putOff < Math.min(ended.keep().toMillis(), WAIT);
  }

  private void finish(QueueName queue, MemoryCall call, RunEnd ended, List<Runnable> hints) {
    boolean completed = ended.ending() == Ending.COMPLETED;
    call.state = completed ? Ending.COMPLETED.name() : Ending.FAILED.name();
    call.ended = table.millis();
    if (completed) {
      call.result = ended.outcome();
      call.error = null;
    } else {
      call.due = 0;
      call.error = ended.outcome();
    }
    byte[] letter = ended.deadLetter();
    if (letter != null) {
      table.lists().pushLeft(queue.dead(), letter, MemoryDeadLetters.MOST);
    }
    table.done(ended.id(), hints);
  }

  /** The time until a call runs again, and the time for which its record stays after the end. */
  record Wait(Duration pause, Duration keep) {}

  /** Schedules a call that runs again. */
  void again(QueueName queue, MemoryCall call, byte[] request, Wait wait, List<Runnable> hints) {
    long due = table.millis() + wait.pause.toMillis();
    call.run = null;
    call.end = due + 2 * WAIT + wait.keep.toMillis();
    table.schedule(queue, call, due, request, hints);
  }
}
