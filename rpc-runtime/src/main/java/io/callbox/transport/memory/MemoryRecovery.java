package io.callbox.transport.memory;

import io.callbox.transport.CallStore;
import io.callbox.transport.CallStore.Recovered;
import io.callbox.transport.Delivery;
import io.callbox.transport.LostRequest;
import io.callbox.transport.QueueName;
import io.callbox.transport.RunEnd.Ending;
import io.callbox.transport.Worker;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Handles durable requests of workers that died, in memory. The caller holds the lock of the table.
 *
 * @param table the records
 * @param leases knows which workers live
 * @param runs schedules calls that run again
 */
record MemoryRecovery(MemoryCallTable table, MemoryLeaseStore leases, MemoryRuns runs) {

  Recovered recover(LostRequest loss, List<Runnable> hints) {
    QueueName queue = loss.delivery().queue();
    MemoryCall call = table.find(queue, loss.id());
    String elsewhere = call == null ? null : runElsewhere(call, loss);
    if (elsewhere != null) {
      comesHome(elsewhere, loss);
      return Recovered.NOTHING;
    }
    if (!table.remove(loss.delivery())) {
      return Recovered.NOTHING;
    }
    if (call != null && (call.isFinal() || !call.method.equals(loss.method()))) {
      return Recovered.NOTHING;
    }
    MemoryCall lost =
        call == null ? table.waiting(queue, loss.id(), loss.method(), loss.keep()) : call;
    boolean begun = lost.state.equals(MemoryRuns.RUNNING);
    if (!begun && ++lost.lost < CallStore.MOST_LOST) {
      table.lists().pushRight(queue, loss.delivery().message());
      return Recovered.REQUEUED;
    }
    lost.error = loss.error();
    if (begun && lost.attempts < loss.attempts()) {
      MemoryRuns.Wait wait = new MemoryRuns.Wait(CallStore.pause(lost.attempts), loss.keep());
      lost.putOff = 0;
      runs.again(queue, lost, loss.delivery().message(), wait, hints);
      return Recovered.AGAIN;
    }
    giveUp(lost, loss, hints);
    return Recovered.FAILED;
  }

  private void giveUp(MemoryCall lost, LostRequest loss, List<Runnable> hints) {
    lost.state = Ending.FAILED.name();
    lost.ended = table.millis();
    lost.due = 0;
    lost.end = lost.ended + loss.keep().toMillis();
    QueueName dead = loss.delivery().queue().dead();
    table.lists().pushLeft(dead, loss.deadLetter(), MemoryDeadLetters.MOST);
    table.done(loss.id(), hints);
  }

  /** Returns the call's run if a worker that lives makes it, not the dead one; otherwise null. */
  private @Nullable String runElsewhere(MemoryCall call, LostRequest loss) {
    boolean runs = call.method.equals(loss.method()) && call.state.equals(MemoryRuns.RUNNING);
    String run = runs ? call.run : null;
    return run != null && isElsewhere(run, loss) ? run : null;
  }

  /**
   * Returns whether the run is elsewhere. The request is then another copy, or was taken from its
   * worker while that was frozen. If that worker has died before, the dead one was its heir.
   */
  private boolean isElsewhere(String run, LostRequest loss) {
    String name = Worker.nameOf(run);
    if (name.isEmpty() || name.equals(loss.worker())) {
      return false;
    }
    Worker runner = Worker.named(name);
    Delivery lost = loss.delivery();
    boolean over = lost.isHeldBy(runner) && loss.own().requestOf(run) == null;
    return leases.living(lost.queue()).contains(runner) && !over;
  }

  /** Returns the request to the worker that runs the call, and drops other copies. */
  private void comesHome(String run, LostRequest loss) {
    Worker runner = Worker.named(Worker.nameOf(run));
    Delivery lost = loss.delivery();
    boolean heir = lost.isHeldBy(runner);
    if (heir && Arrays.equals(loss.own().requestOf(run), lost.message())) {
      return;
    }
    Delivery its = new Delivery(lost.queue(), lost.message(), lost.queue().taken(runner));
    if (table.remove(lost) && !heir && !table.isHeld(its)) {
      table.hold(its);
    }
  }
}
