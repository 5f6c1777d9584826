package io.callbox.internal.server.durable;

import io.callbox.internal.registry.PausedServices;
import io.callbox.internal.server.reply.Failures;
import io.callbox.internal.server.reply.ResponseSink;
import io.callbox.internal.server.service.ServiceTable;
import io.callbox.internal.server.settings.ServerSettings;
import io.callbox.internal.wire.Durability;
import io.callbox.internal.wire.ErrorBody;
import io.callbox.internal.wire.OutcomeJson;
import io.callbox.internal.wire.ReplyAddress;
import io.callbox.internal.wire.Request;
import io.callbox.internal.wire.RequestId;
import io.callbox.internal.wire.Slice;
import io.callbox.log.MessageLog;
import io.callbox.rpc.DurablePolicy;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.CallStore;
import io.callbox.transport.Delivery;
import io.callbox.transport.RunEnd;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves durable requests. A run begins when the broker has recorded it; this step refuses second
 * copies and cancelled calls. The outcome goes into the call's record in the step that acknowledges
 * the request.
 *
 * <p>Safe for use by many threads.
 */
final class DurableRequests {

  /** The time after which a request that is put off is looked at again. */
  private static final Duration PAUSED = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(DurableRequests.class);
  private static final MessageLog DROPPED =
      MessageLog.of(
          LOG,
          "{}: a durable request is dropped, as its call runs, has run or is cancelled, or its id"
              + " is another call's");

  private final ServerSettings settings;
  private final BrokerClock clock;
  private final DurableSteps steps;
  private final RunEnds ends;
  private final PausedServices paused;
  private final Predicate<Delivery> mayRun;
  private final DurableRuns runs;
  private final AtomicLong lastRun = new AtomicLong();

  DurableRequests(
      ServerSettings settings,
      BrokerClock clock,
      DurableSteps steps,
      PausedServices paused,
      Predicate<Delivery> mayRun) {
    this.settings = settings;
    this.clock = clock;
    this.steps = steps;
    this.ends = new RunEnds(settings.worker(), settings.namespace(), clock);
    this.runs = new DurableRuns(steps, ends);
    this.paused = paused;
    this.mayRun = mayRun;
  }

  /** Runs a request that may run. */
  interface Runner {

    /**
     * Reads the arguments and runs the request on the calling thread. Calls {@code answers} once.
     * Throws nothing.
     */
    void run(Slice message, Request head, DurableRun run, ResponseSink answers);
  }

  /** Returns the runs under way. */
  DurableRuns runs() {
    return runs;
  }

  /** Fails a call before it begins, because its method does not exist or is not durable. */
  void refuse(Delivery delivery, Request head, ErrorBody error, ResponseSink answers) {
    RequestId id = head.id() == null ? RequestId.NULL : head.id();
    Durability durability = head.durability();
    Duration keep = Duration.ofMillis(durability == null ? 1 : durability.keepMillis());
    steps
        .end(ends.failure(delivery, head, OutcomeJson.of(Failures.written(id, error)), keep))
        .thenRun(answers::settled);
  }

  /** Serves a request of a durable method. Does not wait. */
  void serve(
      Slice message, Request head, ServiceTable.Entry entry, ResponseSink answers, Runner runner) {
    Delivery delivery = answers.delivery();
    DurablePolicy policy = entry.method().durable();
    if (delivery == null || policy == null) {
      throw new IllegalStateException("not a durable request");
    }
    String name = settings.worker().name() + '/' + lastRun.incrementAndGet();
    DurableRun run = new DurableRun(delivery, head, entry, policy, name);
    if (isPaused(run)) {
      long early = run.notBefore() - clock.millis();
      Duration pause = Duration.ofMillis(Math.max(early, PAUSED.toMillis()));
      end(ends.paused(run, pause), run, answers);
      return;
    }
    runs.add(run);
    steps.begin(run, new Begins(run, message, answers, runner));
  }

  /** A run that is about to begin. */
  private final class Begins implements BeginSteps.Starter {

    private final DurableRun run;
    private final Slice message;
    private final ResponseSink answers;
    private final Runner runner;

    Begins(DurableRun run, Slice message, ResponseSink answers, Runner runner) {
      this.run = run;
      this.message = message;
      this.answers = answers;
      this.runner = runner;
    }

    @Override
    public @Nullable Runnable begun(CallStore.Begun begun) {
      if (begun.verdict() == CallStore.Verdict.RUN) {
        run.begun(begun.attempts());
        return () -> run(run, message, answers, runner);
      }
      notRun(run, begun, answers);
      return null;
    }

    /** Leaves the request to other workers, or to {@code OrphanScanner}. */
    @Override
    public void notBegun() {
      settled(run, answers);
    }
  }

  private void end(RunEnd end, DurableRun run, ResponseSink answers) {
    steps.end(end).whenComplete((done, failure) -> settled(run, answers));
  }

  private void settled(DurableRun run, ResponseSink answers) {
    runs.remove(run);
    answers.settled();
  }

  /**
   * Puts a run off if its service is paused. A request in the service's own queue stays there; a
   * request to a node waits in the schedule of its inbox.
   */
  private boolean isPaused(DurableRun run) {
    String service = run.entry().method().service();
    return paused.get(service) != null
        && !run.queue().equals(settings.namespace().service(service));
  }

  private void notRun(DurableRun run, CallStore.Begun begun, ResponseSink answers) {
    switch (begun.verdict()) {
      case TOO_OLD -> {
        ErrorBody error =
            Failures.refusal(
                StatusCode.DEADLINE_EXCEEDED,
                run.entry().method()
                    + (": waited for a worker for longer than " + CallStore.LONGEST_WAIT));
        end(run, Failures.written(RequestId.of(run.id()), error), answers);
      }
      case DROPPED -> {
        DROPPED.warn(run.entry().method());
        settled(run, answers);
      }
      case SCHEDULED -> settled(run, answers);
      case UNSURE -> end(ends.unconfirmed(run, PAUSED), run, answers);
      default -> throw new IllegalStateException("unknown verdict " + begun.verdict());
    }
  }

  /**
   * Runs a request. If another worker may have the request by now, puts it back; the broker knows
   * whether it is still held.
   */
  private void run(DurableRun run, Slice message, ResponseSink answers, Runner runner) {
    if (!run.decide()) {
      settled(run, answers); // its request goes back
      return;
    }
    if (!mayRun.test(run.delivery())) {
      end(ends.returned(run), run, answers);
      return;
    }
    Request head = run.headUntil(clock.millis() + run.timeout().toMillis());
    runner.run(message, head, run, new Outcome(run, answers));
  }

  private void end(DurableRun run, byte[] response, ResponseSink answers) {
    end(ends.ended(run, OutcomeJson.of(response)), run, answers);
  }

  /** Writes the outcome of a run into the record of its call. */
  private final class Outcome implements ResponseSink {

    private final DurableRun run;
    private final ResponseSink outer;

    Outcome(DurableRun run, ResponseSink outer) {
      this.run = run;
      this.outer = outer;
    }

    @Override
    public void answer(ReplyAddress address, byte @Nullable [] response, Runnable sent) {
      if (response == null) {
        throw new RpcException(StatusCode.INTERNAL, "a durable call without a response");
      }
      end(run, response, outer);
      sent.run();
    }
  }
}
