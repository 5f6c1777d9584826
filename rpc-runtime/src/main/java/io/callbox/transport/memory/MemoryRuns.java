package io.callbox.transport.memory;

import io.callbox.transport.CallStore;
import io.callbox.transport.CallStore.Beginning;
import io.callbox.transport.CallStore.Begun;
import io.callbox.transport.CallStore.Ending;
import io.callbox.transport.CallStore.Loss;
import io.callbox.transport.CallStore.Recovered;
import io.callbox.transport.CallStore.RunEnd;
import io.callbox.transport.CallStore.Verdict;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.List;

/**
 * The steps of runs of durable calls in memory. The caller holds the lock of the table.
 *
 * @param table the records
 * @param leases who of the workers lives
 */
record MemoryRuns(MemoryCallTable table, MemoryLeaseStore leases) {

  private static final String SCHEDULED = "SCHEDULED";
  private static final String RUNNING = "RUNNING";
  private static final String CANCELLED = "CANCELLED";
  private static final long WAIT = CallStore.LONGEST_WAIT.toMillis();

  Begun begin(QueueName queue, Beginning beginning, List<Runnable> hints) {
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

  private Begun passedOver(MemoryCall call, Beginning beginning) {
    boolean ours = call.method.equals(beginning.method());
    if (ours && call.state.equals(RUNNING) && beginning.run().equals(call.run)) {
      return new Begun(Verdict.RUN, call.attempts);
    }
    table.remove(beginning.delivery());
    if (ours && call.state.equals(CANCELLED)) {
      call.end = table.millis() + beginning.keep().toMillis();
    }
    return new Begun(Verdict.DROPPED, call.attempts);
  }

  void end(QueueName queue, RunEnd ended, List<Runnable> hints) {
    if (!table.remove(ended.delivery())) {
      return;
    }
    long now = table.millis();
    MemoryCall call = table.find(queue, ended.id());
    if (call == null) {
      call = new MemoryCall(ended.method(), now);
      table.of(queue).put(ended.id(), call);
    }
    if (call.isAnother(ended.method(), ended.run(), now)) {
      return;
    }
    if (call.isFinal()) {
      call.end =
          call.state.equals(CANCELLED)
              ? Math.min(call.end, now + ended.keep().toMillis())
              : call.end;
      return;
    }
    call.run = null;
    if (ended.ending() == Ending.RETURNED) {
      call.state = "WAITING";
      call.attempts--;
      call.started = 0;
      table.lists().pushRight(queue, ended.delivery().message());
      return;
    }
    call.end = now + ended.keep().toMillis();
    if (ended.ending() == Ending.PUT_OFF && call.state.equals(RUNNING)) {
      call.attempts--;
      call.started = 0;
    }
    if (ended.ending() == Ending.AGAIN || ended.ending() == Ending.PUT_OFF) {
      again(queue, call, ended.delivery().message(), new Wait(ended.pause(), ended.keep()), hints);
      call.error = ended.ending() == Ending.AGAIN ? ended.outcome() : call.error;
      return;
    }
    finish(queue, call, ended, hints);
  }

  private void finish(QueueName queue, MemoryCall call, RunEnd ended, List<Runnable> hints) {
    call.state = ended.ending().name();
    call.ended = table.millis();
    if (ended.ending() == Ending.COMPLETED) {
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
  private record Wait(Duration pause, Duration keep) {}

  private void again(
      QueueName queue, MemoryCall call, byte[] request, Wait wait, List<Runnable> hints) {
    long due = table.millis() + wait.pause.toMillis();
    call.run = null;
    call.end = due + 2 * WAIT + wait.keep.toMillis();
    table.schedule(queue, call, due, request, hints);
  }

  Recovered recover(Loss loss, List<Runnable> hints) {
    QueueName queue = loss.delivery().queue();
    if (!table.remove(loss.delivery())) {
      return Recovered.NOTHING;
    }
    MemoryCall call = table.find(queue, loss.id());
    if (call != null && (call.isFinal() || !call.method.equals(loss.method()))) {
      return Recovered.NOTHING;
    }
    MemoryCall lost =
        call == null ? table.waiting(queue, loss.id(), loss.method(), loss.keep()) : call;
    boolean begun = lost.state.equals(RUNNING);
    String runner = begun ? loss.otherRunner(lost.run) : null;
    if (runner != null && leases.living(queue).contains(Worker.named(runner))) {
      return Recovered.NOTHING;
    }
    if (!begun && ++lost.lost < CallStore.MOST_LOST) {
      table.lists().pushRight(queue, loss.delivery().message());
      return Recovered.REQUEUED;
    }
    lost.error = loss.error();
    if (begun && lost.attempts < loss.attempts()) {
      Wait wait = new Wait(CallStore.pause(lost.attempts), loss.keep());
      again(queue, lost, loss.delivery().message(), wait, hints);
      return Recovered.AGAIN;
    }
    lost.state = Ending.FAILED.name();
    lost.ended = table.millis();
    lost.due = 0;
    lost.end = lost.ended + loss.keep().toMillis();
    table.lists().pushLeft(queue.dead(), loss.deadLetter(), MemoryDeadLetters.MOST);
    table.done(loss.id(), hints);
    return Recovered.FAILED;
  }
}
