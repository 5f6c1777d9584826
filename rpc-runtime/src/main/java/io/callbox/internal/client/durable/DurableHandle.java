package io.callbox.internal.client.durable;

import io.callbox.internal.failure.EndedFuture;
import io.callbox.internal.wire.OutcomeJson;
import io.callbox.log.Printable;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallStatus;
import io.callbox.rpc.Executed;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.CallRecord;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The handle of a durable call. After the submission, all its state is in its record. Safe for use
 * by many threads.
 */
final class DurableHandle<T extends @Nullable Object> implements CallHandle<T> {

  private final MethodDescriptor<T> method;
  private final QueueName queue;
  private final String id;
  private final Outcomes outcomes;
  private final @Nullable Submission submission;

  /**
   * Creates the handle of a call.
   *
   * @param submission its submission here; null if it was submitted before
   */
  DurableHandle(
      MethodDescriptor<T> method,
      QueueName queue,
      String id,
      Outcomes outcomes,
      @Nullable Submission submission) {
    this.method = method;
    this.queue = queue;
    this.id = id;
    this.outcomes = outcomes;
    this.submission = submission;
  }

  /**
   * The submission of a call.
   *
   * @param fresh notifies waiters of its end; null if the call may not be new
   * @param accepted makes a future that completes when Redis has the call, and fails if Redis does
   *     not get it; null if Redis has it already
   */
  record Submission(
      @Nullable FreshCall fresh, @Nullable Supplier<CompletableFuture<@Nullable Void>> accepted) {}

  @Override
  public String id() {
    return id;
  }

  @Override
  public CompletableFuture<CallHandle<T>> accepted() {
    CompletableFuture<@Nullable Void> accepted = pending();
    return accepted == null
        ? CompletableFuture.completedFuture(this)
        : outcomes.futures().of(accepted, this);
  }

  @Override
  public CallStatus status() {
    awaitSubmission();
    CallRecord record = record();
    return StatusReader.of(id, method, record, outcomes.millis());
  }

  private CallRecord record() {
    CallRecord record = outcomes.now(queue, id);
    if (record == null) {
      throw unknown();
    } else if (isOfAnother(record)) {
      throw otherMethod(record);
    }
    return record;
  }

  /**
   * Returns whether a record belongs to another method. This is possible only for a call that was
   * submitted elsewhere.
   */
  private boolean isOfAnother(CallRecord record) {
    String known = record.method();
    return submission == null && !known.isEmpty() && !known.equals(method.name());
  }

  private @Nullable CompletableFuture<@Nullable Void> pending() {
    return submission == null || submission.accepted == null ? null : submission.accepted.get();
  }

  private void awaitSubmission() {
    CompletableFuture<@Nullable Void> accepted = pending();
    if (accepted != null) {
      outcomes.await(accepted);
    }
  }

  @Override
  public T await(Duration timeout) {
    OutcomeWait ending = ending();
    try {
      outcomes.await(ending, timeout);
      if (!ending.end().isDone()) {
        String message = method + ": call '" + id + "' has not ended within " + timeout;
        throw new RpcException(StatusCode.DEADLINE_EXCEEDED, Executed.UNKNOWN, message);
      }
      return EndedFuture.result(ending.end().handle(this::end)).get();
    } finally {
      ending.forget();
    }
  }

  private OutcomeWait ending() {
    return submission == null
        ? outcomes.wait(queue, id, true, null)
        : outcomes.wait(queue, id, false, submission.fresh);
  }

  @Override
  public CompletableFuture<T> result() {
    return outcomes.futures().of(ending(), this::end);
  }

  @Override
  public boolean cancel() {
    awaitSubmission();
    if (submission == null) {
      record();
    }
    String state = outcomes.cancel(queue, id);
    if (state == null) {
      throw unknown();
    }
    return state.equals("CANCELLED");
  }

  private CallEnd<T> end(@Nullable CallRecord record, @Nullable Throwable unread) {
    try {
      return read(record, unread);
    } catch (RuntimeException | Error unreadable) { // such as a missing class
      return CallEnd.failed(unreadable);
    }
  }

  private CallEnd<T> read(@Nullable CallRecord record, @Nullable Throwable unread) {
    if (unread != null) {
      return CallEnd.failed(unread);
    } else if (record == null) {
      return CallEnd.failed(unknown());
    } else if (isOfAnother(record)) {
      return CallEnd.failed(otherMethod(record));
    }
    byte[] result = record.result();
    if (result != null) {
      return new CallEnd<>(OutcomeJson.result(result, method), null);
    }
    byte[] error = record.error();
    if (record.state().equals("FAILED") && error != null) {
      return CallEnd.failed(OutcomeJson.failure(error, method));
    }
    Executed executed = record.attempts() == 0 ? Executed.NO : Executed.UNKNOWN;
    String message = method + ": call '" + id + "' was cancelled";
    return CallEnd.failed(new RpcException(StatusCode.CANCELLED, executed, message));
  }

  private RpcException otherMethod(CallRecord record) {
    String message =
        "%s: call '%s' is one of %s.%s: attach to it with that method"
            .formatted(method, id, method.service(), Printable.of(record.method()));
    return new RpcException(StatusCode.INVALID_ARGUMENT, Executed.UNKNOWN, message);
  }

  private RpcException unknown() {
    String message =
        method + ": no call '" + id + "' is known: it was not submitted, or its time is over";
    return new RpcException(StatusCode.INVALID_ARGUMENT, Executed.UNKNOWN, message);
  }
}
