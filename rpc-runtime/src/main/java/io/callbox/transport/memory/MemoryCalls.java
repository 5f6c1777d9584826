package io.callbox.transport.memory;

import io.callbox.annotation.Sync;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.CallRecord;
import io.callbox.transport.CallStore;
import io.callbox.transport.Delivery;
import io.callbox.transport.Namespace;
import io.callbox.transport.Portion;
import io.callbox.transport.PushOptions;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Durable calls in memory, under the lock of the lists their requests are on. */
final class MemoryCalls implements CallStore {

  private static final String SCHEDULED = "SCHEDULED";
  private static final String RUNNING = "RUNNING";
  private static final String CANCELLED = "CANCELLED";

  private final MemoryLists lists;
  private final BrokerClock clock;
  private final Namespace namespace;
  private final Transport signals;

  /** In the order of their submission, as the list of calls is. */
  private final Map<QueueName, Map<String, MemoryCall>> calls = new LinkedHashMap<>();

  /** By queue, then by when they are due, in the order they came. */
  private final Map<QueueName, TreeMap<Long, List<byte[]>>> schedules = new LinkedHashMap<>();

  MemoryCalls(MemoryLists lists, BrokerClock clock, Namespace namespace, Transport signals) {
    this.lists = lists;
    this.clock = clock;
    this.namespace = namespace;
    this.signals = signals;
  }

  @Override
  public CompletionStage<List<Submitted>> submit(
      QueueName queue, List<Submission> submissions, PushOptions admission) {
    List<Runnable> hints = new ArrayList<>();
    return locked(
        () -> {
          List<Submitted> submitted = new ArrayList<>();
          for (Submission each : submissions) {
            submitted.add(submit(queue, each, admission, hints));
          }
          return submitted;
        },
        hints);
  }

  /** Nothing outlives this memory, and nothing is to be waited for. */
  @Override
  public CompletionStage<Synced> submit(
      QueueName queue, List<Submission> calls, PushOptions admission, Sync sync, Duration bound) {
    return submit(queue, calls, admission).thenApply(submitted -> new Synced(submitted, null));
  }

  private Submitted submit(
      QueueName queue, Submission call, PushOptions admission, List<Runnable> hints) {
    MemoryCall known = find(queue, call.id());
    if (known != null) {
      boolean joins = !call.orFail() && known.method.equals(call.method());
      return joins ? Submitted.JOINED : Submitted.TAKEN;
    }
    long now = clock.millis();
    if (call.due() <= now && lists.size(queue) >= admission.maxLength()) {
      return Submitted.FULL;
    }
    MemoryCall made = waiting(queue, call.id(), call.method(), call.keep());
    made.end += Math.max(0, call.due() - now);
    if (call.due() > now) {
      made.state = SCHEDULED;
      schedule(queue, made, call.due(), call.request(), hints);
    } else {
      lists.pushLeft(queue, call.request());
    }
    return Submitted.NEW;
  }

  /** A new call, whose record outlasts the longest wait for a worker. */
  private MemoryCall waiting(QueueName queue, String id, String method, Duration keep) {
    long now = clock.millis();
    MemoryCall made = new MemoryCall(method, now);
    made.end = now + 2 * LONGEST_WAIT.toMillis() + keep.toMillis();
    of(queue).put(id, made);
    return made;
  }

  /** Has a call that failed wait anew. To be called under the lists' lock. */
  void waitAgain(QueueName queue, String id, Duration keep) {
    MemoryCall call = find(queue, id);
    if (call != null && call.state.equals("FAILED")) {
      MemoryCall anew = new MemoryCall(call.method, clock.millis());
      anew.end = clock.millis() + keep.toMillis();
      of(queue).put(id, anew);
    }
  }

  @Override
  public CompletionStage<List<Begun>> begin(QueueName queue, List<Beginning> beginnings) {
    List<Runnable> hints = new ArrayList<>();
    return locked(
        () -> {
          List<Begun> begun = new ArrayList<>();
          for (Beginning each : beginnings) {
            begun.add(begin(queue, each, hints));
          }
          return begun;
        },
        hints);
  }

  private Begun begin(QueueName queue, Beginning beginning, List<Runnable> hints) {
    long now = clock.millis();
    MemoryCall call = find(queue, beginning.id());
    if (!isHeld(beginning.delivery())) {
      return new Begun(Verdict.DROPPED, 0);
    }
    if (call != null && !call.method.equals(beginning.method())) {
      remove(beginning.delivery());
      return new Begun(Verdict.DROPPED, call.attempts);
    }
    if (call != null && !call.mayBegin(now)) {
      if (call.state.equals(RUNNING) && beginning.run().equals(call.run)) {
        return new Begun(Verdict.RUN, call.attempts);
      }
      remove(beginning.delivery());
      if (call.state.equals(CANCELLED)) {
        call.end = now + beginning.keep().toMillis();
      }
      return new Begun(Verdict.DROPPED, call.attempts);
    }
    long base =
        call == null
            ? Math.max(beginning.sentAt(), beginning.due())
            : Math.max(call.submitted, call.due);
    if (base > 0 && base + LONGEST_WAIT.toMillis() < now) {
      return new Begun(Verdict.TOO_OLD, call == null ? 0 : call.attempts);
    }
    if (call == null) {
      call = waiting(queue, beginning.id(), beginning.method(), beginning.keep());
    }
    if (!call.state.equals(SCHEDULED)) {
      if (beginning.due() > now) {
        call.state = SCHEDULED;
        call.end = beginning.due() + 2 * LONGEST_WAIT.toMillis() + beginning.keep().toMillis();
        remove(beginning.delivery());
        schedule(queue, call, beginning.due(), beginning.delivery().message(), hints);
        return new Begun(Verdict.SCHEDULED, 0);
      }
    }
    call.state = RUNNING;
    call.run = beginning.run();
    call.attempts++;
    call.started = now;
    call.end =
        now
            + beginning.longest().toMillis()
            + LONGEST_WAIT.toMillis()
            + beginning.keep().toMillis();
    return new Begun(Verdict.RUN, call.attempts);
  }

  @Override
  public CompletionStage<@Nullable Void> end(QueueName queue, List<RunEnd> ends) {
    List<Runnable> hints = new ArrayList<>();
    return this.<Boolean>locked(
            () -> {
              ends.forEach(each -> end(queue, each, hints));
              return true;
            },
            hints)
        .thenApply(done -> null);
  }

  private void end(QueueName queue, RunEnd ended, List<Runnable> hints) {
    if (!remove(ended.delivery())) {
      return;
    }
    long now = clock.millis();
    MemoryCall call = find(queue, ended.id());
    if (call == null) {
      call = new MemoryCall(ended.method(), now);
      of(queue).put(ended.id(), call);
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
      lists.pushRight(queue, ended.delivery().message());
      return;
    }
    call.end = now + ended.keep().toMillis();
    if (ended.ending() == Ending.AGAIN || ended.ending() == Ending.PUT_OFF) {
      again(queue, call, ended.delivery().message(), ended.pause(), hints);
      call.error = ended.ending() == Ending.AGAIN ? ended.outcome() : call.error;
      return;
    }
    call.state = ended.ending().name();
    call.ended = now;
    call.due = 0;
    if (ended.ending() == Ending.COMPLETED) {
      call.result = ended.outcome();
      call.error = null;
    } else {
      call.error = ended.outcome();
    }
    byte[] letter = ended.deadLetter();
    if (letter != null) {
      lists.pushLeft(queue.dead(), letter, MemoryDeadLetters.MOST);
    }
    done(ended.id(), hints);
  }

  private void again(
      QueueName queue, MemoryCall call, byte[] request, Duration pause, List<Runnable> hints) {
    long due = clock.millis() + pause.toMillis();
    call.state = SCHEDULED;
    call.run = null;
    call.end = due + 2 * LONGEST_WAIT.toMillis();
    schedule(queue, call, due, request, hints);
  }

  @Override
  public CompletionStage<Recovered> recover(Loss loss) {
    List<Runnable> hints = new ArrayList<>();
    return locked(() -> recover(loss, hints), hints);
  }

  private Recovered recover(Loss loss, List<Runnable> hints) {
    QueueName queue = loss.delivery().queue();
    if (!remove(loss.delivery())) {
      return Recovered.NOTHING;
    }
    MemoryCall call = find(queue, loss.id());
    if (call != null && (call.isFinal() || !call.method.equals(loss.method()))) {
      return Recovered.NOTHING;
    }
    MemoryCall lost = call == null ? waiting(queue, loss.id(), loss.method(), loss.keep()) : call;
    boolean begun = lost.state.equals(RUNNING);
    if (!begun && ++lost.lost < MOST_LOST) {
      lists.pushRight(queue, loss.delivery().message());
      return Recovered.REQUEUED;
    }
    lost.error = loss.error();
    if (begun && lost.attempts < loss.attempts()) {
      Duration pause = CallStore.pause(lost.attempts);
      again(queue, lost, loss.delivery().message(), pause, hints);
      return Recovered.AGAIN;
    }
    lost.state = Ending.FAILED.name();
    lost.ended = clock.millis();
    lost.due = 0;
    lost.end = lost.ended + loss.keep().toMillis();
    lists.pushLeft(queue.dead(), loss.deadLetter(), MemoryDeadLetters.MOST);
    done(loss.id(), hints);
    return Recovered.FAILED;
  }

  @Override
  public CompletionStage<Moved> moveDue(QueueName queue) {
    return locked(
        () -> {
          TreeMap<Long, List<byte[]>> schedule = schedules.getOrDefault(queue, new TreeMap<>());
          int moved = 0;
          while (!schedule.isEmpty()
              && schedule.firstKey() <= clock.millis()
              && moved < Portion.MESSAGES) {
            for (byte[] request : schedule.pollFirstEntry().getValue()) {
              lists.pushLeft(queue, request);
              moved++;
            }
          }
          long next = schedule.isEmpty() ? -1 : Math.max(0, schedule.firstKey() - clock.millis());
          return new Moved(moved, next);
        },
        List.of());
  }

  @Override
  public CompletionStage<List<@Nullable CallRecord>> read(
      QueueName queue, List<String> ids, boolean withResult) {
    return this.<List<@Nullable CallRecord>>locked(
        () -> {
          List<@Nullable CallRecord> records = new ArrayList<>();
          for (String id : ids) {
            MemoryCall call = find(queue, id);
            records.add(call == null ? null : call.record(withResult));
          }
          return records;
        },
        List.of());
  }

  @Override
  public CompletionStage<List<@Nullable CallRecord>> outcomes(QueueName queue, List<String> ids) {
    return read(queue, ids, true);
  }

  @Override
  public CompletionStage<@Nullable String> cancel(QueueName queue, String id) {
    List<Runnable> hints = new ArrayList<>();
    return this.<@Nullable String>locked(
        () -> {
          MemoryCall call = find(queue, id);
          if (call == null || call.isFinal()) {
            return call == null ? null : call.state;
          }
          call.state = CANCELLED;
          call.ended = clock.millis();
          byte[] key = queue.call(id).key().getBytes(StandardCharsets.UTF_8);
          hints.add(() -> signals.signal(namespace.cancellations(), key));
          done(id, hints);
          return CANCELLED;
        },
        hints);
  }

  @Override
  public CompletionStage<List<String>> progress(QueueName queue, List<Sign> signs) {
    return locked(
        () -> {
          List<String> unwanted = new ArrayList<>();
          for (Sign each : signs) {
            MemoryCall call = find(queue, each.id());
            if (call != null && call.state.equals(CANCELLED)) {
              unwanted.add(each.id());
            } else if (call != null && each.run().equals(call.run) && each.progress() != null) {
              call.progress = each.progress();
            }
          }
          return unwanted;
        },
        List.of());
  }

  @Override
  public CompletionStage<List<String>> list(QueueName queue, int from, int most) {
    return locked(() -> of(queue).keySet().stream().skip(from).limit(most).toList(), List.of());
  }

  /** A call that is not known is on no list here. */
  @Override
  public CompletionStage<Integer> forget(QueueName queue, List<String> ids) {
    return CompletableFuture.completedFuture(0);
  }

  private void schedule(
      QueueName queue, MemoryCall call, long due, byte[] request, List<Runnable> hints) {
    call.due = due;
    schedules
        .computeIfAbsent(queue, absent -> new TreeMap<>())
        .computeIfAbsent(due, absent -> new ArrayList<>())
        .add(request);
    byte[] key = queue.later().key().getBytes(StandardCharsets.UTF_8);
    hints.add(() -> signals.signal(namespace.callsScheduled(), key));
  }

  private void done(String id, List<Runnable> hints) {
    byte[] said = id.getBytes(StandardCharsets.UTF_8);
    hints.add(() -> signals.signal(namespace.callsDone(), said));
  }

  private boolean remove(Delivery delivery) {
    QueueName taken = delivery.taken();
    return taken != null && lists.remove(taken, delivery.message());
  }

  private boolean isHeld(Delivery delivery) {
    QueueName taken = delivery.taken();
    return taken != null
        && lists.content(taken).stream().anyMatch(each -> Arrays.equals(each, delivery.message()));
  }

  private Map<String, MemoryCall> of(QueueName queue) {
    return calls.computeIfAbsent(queue, absent -> new LinkedHashMap<>());
  }

  /** A record whose time is over is not there. */
  private @Nullable MemoryCall find(QueueName queue, String id) {
    MemoryCall call = of(queue).get(id);
    if (call != null && call.end <= clock.millis()) {
      of(queue).remove(id);
      return null;
    }
    return call;
  }

  /** Runs a step under the lock, and tells others of it when the lock is free again. */
  private <T extends @Nullable Object> CompletionStage<T> locked(
      Supplier<T> step, List<Runnable> hints) {
    CompletionStage<T> done = lists.locked(step);
    hints.forEach(Runnable::run);
    return done;
  }
}
