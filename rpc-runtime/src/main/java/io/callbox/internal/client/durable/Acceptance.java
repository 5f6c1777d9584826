package io.callbox.internal.client.durable;

import io.callbox.internal.client.push.Unsent;
import io.callbox.rpc.Executed;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.CallStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Tells the caller of a durable call whether Redis has accepted it.
 *
 * @param method its method
 * @param id its id
 * @param millis the time that Redis had for it
 */
record Acceptance(MethodDescriptor<?> method, String id, long millis) {

  /**
   * Blocks until the answer to the submission is there; throws the reason if the call is not
   * accepted.
   */
  void await(CompletableFuture<Submitting.Answer> answer) {
    RpcException refusal = refusal(Unsent.await(answer, this, millis, "submitted"));
    if (refusal != null) {
      throw refusal;
    }
  }

  /** Returns a future that completes if the call is accepted, and fails if not. */
  CompletableFuture<@Nullable Void> of(CompletableFuture<Submitting.Answer> answer) {
    CompletableFuture<@Nullable Void> accepted = new CompletableFuture<>();
    answer.whenComplete(
        (given, failure) -> {
          RpcException refusal = refusal(given, failure);
          if (refusal == null) {
            accepted.complete(null);
          } else {
            accepted.completeExceptionally(refusal);
          }
        });
    return accepted;
  }

  /**
   * Returns the reason why the call is not accepted, with this answer or without one; null if it is
   * accepted.
   */
  @Nullable RpcException refusal(Submitting.@Nullable Answer answer, @Nullable Throwable failure) {
    if (answer != null) {
      return refusal(answer);
    }
    return failure == null || failure instanceof TimeoutException
        ? Unsent.within(this, millis)
        : Unsent.because(this, failure);
  }

  private @Nullable RpcException refusal(Submitting.Answer answer) {
    if (answer.submitted() == CallStore.Submitted.TAKEN) {
      return new RpcException(StatusCode.ALREADY_EXISTS, this + " is there already");
    } else if (answer.submitted() == CallStore.Submitted.FULL) {
      String message = this + ": as many calls wait as may";
      return new RpcException(StatusCode.RESOURCE_EXHAUSTED, message);
    } else if (answer.missed() != null) {
      String message = this + " is submitted, but " + answer.missed();
      return new RpcException(StatusCode.UNAVAILABLE, Executed.UNKNOWN, message);
    }
    return null;
  }

  /** Returns the call's name in messages. */
  @Override
  public String toString() {
    return method + ": call '" + id + "'";
  }
}
