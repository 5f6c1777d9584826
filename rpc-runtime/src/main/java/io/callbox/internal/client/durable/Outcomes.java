package io.callbox.internal.client.durable;

import io.callbox.internal.client.callback.CallbackExecutor;
import io.callbox.internal.client.push.OpenWaits;
import io.callbox.internal.client.push.Unsent;
import io.callbox.internal.client.request.ClientSettings;
import io.callbox.internal.client.request.RequestFactory;
import io.callbox.internal.concurrent.AdaptiveExecutor;
import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.internal.failure.StageFailure;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.CallRecord;
import io.callbox.transport.CallStore;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the ends of durable calls. Only records count. It reads a record at once, unless the
 * call has just been submitted here; when a hint says that the call has ended; and every two
 * seconds, in case the hint was lost. It reads many records together. If the step that wrote the
 * result into the record also told the result, it need not read the record.
 *
 * <p>Safe for use by many threads.
 */
final class Outcomes implements AutoCloseable {

  /** A thread that begins to wait later than this after the submission reads the record at once. */
  private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();

  private static final int MOST_FRESH = 10_000;

  private final ClientSettings settings;
  private final Transport transport;
  private final OpenWaits waits;
  private final CallStore store;
  private final OutcomeFutures futures;
  private final RecordReads reads;
  private final EndHints hints;
  private final ResultChannel results;

  Outcomes(
      ClientSettings settings,
      Transport transport,
      QueueName results,
      CallbackExecutor callbacks,
      TaskScheduler later,
      OpenWaits waits) {
    this.settings = settings;
    this.transport = transport;
    this.waits = waits;
    this.store = transport.calls(settings.namespace());
    this.futures = new OutcomeFutures(callbacks);
    this.reads = new RecordReads(store);
    this.hints = new EndHints(transport, settings.namespace().callsDone(), later, reads::look);
    this.results =
        new ResultChannel(
            transport, results, hints::completed, hints::ended, callbacks::completeTogether);
  }

  /** Returns whether the node is closed, so that no thread waits here any more. */
  boolean isClosed() {
    return hints.isClosed();
  }

  /** Returns the time by the broker's clock. */
  long millis() {
    return transport.clock().millis();
  }

  /** Returns the current record of a call; null if there is none. */
  @Nullable CallRecord now(QueueName queue, String id) {
    return answer(id, () -> reads.whole(queue, id));
  }

  /** Cancels a call; returns its state afterwards, null if it is unknown. */
  @Nullable String cancel(QueueName queue, String id) {
    return answer(id, () -> store.cancel(queue, id));
  }

  /**
   * Returns the channel on which to send the result of a call that is about to be pushed; null if
   * this has no use, because no thread has waited here yet, or no hint has come. An id that is used
   * again would let a late message end another call.
   */
  @Nullable String doneTo() {
    return hints.areHeard() ? results.name() : null;
  }

  /**
   * Creates a call that is about to be pushed.
   *
   * @return null if this has no use, because no thread has waited here yet, or no hint has come
   */
  @Nullable FreshCall fresh(String id) {
    return hints.areHeard() && hints.size() < MOST_FRESH ? listed(id) : null;
  }

  /**
   * Creates a call that is about to be pushed, and for which a thread may wait before Redis has it.
   */
  FreshCall unanswered(String id) {
    FreshCall fresh = fresh(id);
    return fresh == null ? new FreshCall(id, transport.clock().nanoTime(), false) : fresh;
  }

  private FreshCall listed(String id) {
    FreshCall fresh = new FreshCall(id, transport.clock().nanoTime(), true);
    hints.add(fresh);
    return fresh;
  }

  /**
   * Begins to wait.
   *
   * @param attached whether the call's method is known from its record alone
   * @param fresh the call, if it was submitted here; null if not
   */
  OutcomeWait wait(QueueName queue, String id, boolean attached, @Nullable FreshCall fresh) {
    OutcomeWait ending = new OutcomeWait(queue, id, attached, reads::look);
    EndHints.Listener listener = fresh == null ? ending : listener(fresh, ending);
    if (listener != fresh) {
      hints.add(listener);
    }
    ending.end().whenComplete((record, failure) -> hints.remove(listener));
    if (hints.isClosed()) { // guard against race with close, too
      ending.fail(closing());
      return ending;
    }
    results.start();
    CompletableFuture<?> subscribed = hints.start();
    if (!subscribed.isDone() || subscribed.isCompletedExceptionally()) {
      subscribed.whenComplete((done, refusal) -> subscribed(listener, ending, refusal));
    } else if (listener != fresh) {
      lookFor(listener);
    }
    return ending;
  }

  /** Reads the record when the subscription begins, because earlier hints were not received. */
  private void subscribed(
      EndHints.Listener listener, OutcomeWait ending, @Nullable Throwable refusal) {
    if (refusal != null) {
      ending.fail(hints.isClosed() ? closing() : refused(StageFailure.cause(refusal)));
      return;
    }
    lookFor(listener);
  }

  private void lookFor(EndHints.Listener listener) {
    OutcomeWait known = listener.hinted();
    if (known != null) {
      reads.look(known);
    }
  }

  private static RpcException refused(Throwable refusal) {
    return refusal instanceof RpcException known
        ? known
        : new RpcException(
            StatusCode.UNAVAILABLE, Executed.UNKNOWN, "not heard of ends: " + refusal, refusal);
  }

  private EndHints.Listener listener(FreshCall fresh, OutcomeWait ending) {
    return tells(fresh, ending) ? fresh : fresh.other(ending);
  }

  private boolean tells(FreshCall fresh, OutcomeWait ending) {
    if (!fresh.isListed()) {
      hints.add(fresh);
    }
    boolean tells = fresh.tell(ending);
    if (!tells && !fresh.isListed()) {
      hints.remove(fresh);
    }
    return tells;
  }

  /** Blocks until the wait or its time is over. */
  void await(OutcomeWait ending, Duration timeout) {
    AdaptiveExecutor.release();
    try {
      transport.clock().await(ending.ended(), RequestFactory.bounded(timeout));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      String message = "interrupted while waiting for call '" + ending.id() + "', which goes on";
      throw new RpcException(StatusCode.CANCELLED, Executed.UNKNOWN, message);
    }
  }

  /** Blocks until a step is complete; throws its failure. */
  void await(CompletableFuture<@Nullable Void> step) {
    AdaptiveExecutor.release();
    BrokerRequests.await(() -> step, settings.timeout(), "the submission has failed");
  }

  /** Returns the factory of futures for these waits. */
  OutcomeFutures futures() {
    return futures;
  }

  void forgetIdle() {
    reads.forgetIdle();
    long now = transport.clock().nanoTime();
    hints.removeIf(each -> each instanceof FreshCall fresh && fresh.isForgotten(now, FRESH_NANOS));
  }

  private <T extends @Nullable Object> T answer(String id, Supplier<CompletionStage<T>> question) {
    if (isClosed()) {
      throw Unsent.closed("call '" + id + "'");
    }
    AdaptiveExecutor.release();
    return BrokerRequests.await(
        () -> waits.add(BrokerRequests.sent(question)),
        settings.timeout(),
        "the record of call '" + id + "' is not known");
  }

  private static RpcException closing() {
    String message = "the node was closed; the call goes on";
    return new RpcException(StatusCode.CANCELLED, Executed.UNKNOWN, message);
  }

  @Override
  public void close() {
    hints.close(closing());
    results.close();
  }
}
