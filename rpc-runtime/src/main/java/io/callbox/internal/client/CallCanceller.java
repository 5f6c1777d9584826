package io.callbox.internal.client;

import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Ends calls that no caller waits for any longer. It withdraws the request if it still waits in its
 * queue, because only this ensures that the request will not run.
 */
final class CallCanceller {

  /** How long a caller waits after the end of a call to learn whether the call ran. */
  private static final Duration BOUND = Duration.ofMillis(500);

  private final Transport transport;
  private final QueueName cancellations;
  private final CallerIdentity identity;
  private final TaskScheduler later;

  CallCanceller(
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
    String inQueue = "nobody took it from " + call.queue() + " within " + millis + " ms";
    String taken = "no reply within " + millis + " ms: it was taken, and runs or ran";
    withdraw(call, StatusCode.DEADLINE_EXCEEDED, inQueue, taken);
  }

  /** Ends a call that its caller has cancelled. It has been removed from the pending calls. */
  void cancelled(PendingCall call) {
    withdraw(
        call,
        StatusCode.CANCELLED,
        "cancelled before anybody took it",
        "cancelled after it was taken");
  }

  /** Ends a call whose node is gone. It has been removed from the pending calls. */
  void lost(PendingCall call) {
    withdraw(
        call,
        call.route.oneOfAll() ? StatusCode.WORKER_LOST : StatusCode.UNAVAILABLE,
        "nobody serves " + call.queue() + " any more; nobody had taken it",
        "nobody serves " + call.queue() + " any more; it was taken, and may have run");
  }

  /** Tells the server of a stream to end it. */
  void signal(PendingCall call) {
    transport.signal(cancellations, identity.id(call.number).getBytes(StandardCharsets.UTF_8));
  }

  private void withdraw(PendingCall call, StatusCode status, String ifWaiting, String ifTaken) {
    CompletableFuture<Boolean> answer = Withdrawal.of(transport, call.queue(), call);
    Runnable ended = later.run(BOUND, () -> answer.complete(false));
    answer
        .whenComplete((withdrawn, failure) -> ended.run())
        .whenComplete(
            (withdrawn, failure) -> {
              boolean waiting = failure == null && withdrawn;
              call.failed(
                  new RpcException(
                      status,
                      waiting ? Executed.NO : Executed.UNKNOWN,
                      call.method + ": " + (waiting ? ifWaiting : ifTaken)));
              if (!waiting && status == StatusCode.CANCELLED) {
                signal(call);
              }
            });
  }
}
