package io.callbox.internal.client.call;

import io.callbox.internal.client.push.Unsent;
import io.callbox.internal.client.push.Withdrawal;
import io.callbox.internal.client.request.CallerIdentity;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Ends calls that no caller waits for any longer. It withdraws the request if it still waits in its
 * queue, because only this ensures that the request will not run.
 */
public final class CallCanceller {

  /** The maximum time that a caller waits after the end of a call to learn whether the call ran. */
  private static final Duration BOUND = Duration.ofMillis(500);

  private final Transport transport;
  private final QueueName cancellations;
  private final CallerIdentity identity;
  private final TaskScheduler later;

  public CallCanceller(
      Transport transport, QueueName cancellations, CallerIdentity identity, TaskScheduler later) {
    this.transport = transport;
    this.cancellations = cancellations;
    this.identity = identity;
    this.later = later;
  }

  /** Ends a call whose deadline has passed. It has been removed from the pending calls. */
  void exceeded(PendingCall call) {
    long millis = Duration.ofNanos(call.timeoutNanos).toMillis();
    RpcException refusal = call.refusal;
    if (!call.pushed && refusal != null) {
      call.failed(refusal);
      return;
    }
    if (!call.pushed) {
      call.failed(Unsent.within(call.method, millis));
      return;
    }
    String late = "no reply within " + millis + " ms";
    Reasons reasons =
        new Reasons(
            "nobody took it from " + call.queue() + " within " + millis + " ms",
            late + ": it was taken, and runs or ran",
            late);
    withdraw(call, StatusCode.DEADLINE_EXCEEDED, reasons);
  }

  /** Ends a call that its caller has cancelled. It has been removed from the pending calls. */
  public void cancelled(PendingCall call) {
    withdraw(
        call,
        StatusCode.CANCELLED,
        new Reasons(
            "cancelled before anybody took it", "cancelled after it was taken", "cancelled"));
  }

  /** Ends a call whose node is gone. It has been removed from the pending calls. */
  void lost(PendingCall call) {
    String gone = "nobody serves " + call.queue() + " any more";
    withdraw(
        call,
        call.route.oneOfAll() ? StatusCode.WORKER_LOST : StatusCode.UNAVAILABLE,
        new Reasons(
            gone + "; nobody had taken it", gone + "; it was taken, and may have run", gone));
  }

  /** Tells the server of a stream to end it. */
  public void signal(PendingCall call) {
    transport.signal(cancellations, identity.id(call.number).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The messages for a caller.
   *
   * @param waiting the message if the request was taken back
   * @param taken the message if it was not in the queue any more
   * @param unsaid the beginning of the message if Redis does not answer
   */
  private record Reasons(String waiting, String taken, String unsaid) {

    String of(@Nullable Boolean withdrawn, boolean sentOnce) {
      if (withdrawn == null) {
        return unsaid + "; Redis did not say whether it was taken";
      } else if (withdrawn && !sentOnce) {
        return unsaid + "; it was sent again, and may have been taken before";
      }
      return withdrawn ? waiting : taken;
    }
  }

  private void withdraw(PendingCall call, StatusCode status, Reasons reasons) {
    CompletableFuture<Boolean> answer =
        Withdrawal.of(transport, call.queue(), call.request(), call.chunk());
    Runnable ended = later.run(BOUND, () -> answer.completeExceptionally(new TimeoutException()));
    answer
        .whenComplete((withdrawn, failure) -> ended.run())
        .whenComplete(
            (withdrawn, failure) -> {
              Boolean there = failure == null ? withdrawn : null;
              boolean sentOnce = call.isSentOnce();
              boolean waiting = there != null && there && sentOnce;
              call.failed(
                  new RpcException(
                      status,
                      waiting ? Executed.NO : Executed.UNKNOWN,
                      call.method + ": " + reasons.of(there, sentOnce)));
              if (!waiting && status == StatusCode.CANCELLED) {
                signal(call);
              }
            });
  }
}
