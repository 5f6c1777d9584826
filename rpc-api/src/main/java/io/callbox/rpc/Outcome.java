package io.callbox.rpc;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a call. Immutable.
 *
 * @param kind the kind of outcome
 * @param status why the call failed; null if it did not
 * @param failure the exception, if this side has one
 * @param times on a client, the times on the server; null if the server does not report them, if
 *     there was no response, for one-way calls, and on the server itself, whose interceptors can
 *     use {@link InterceptedCall#queued}
 */
public record Outcome(
    Kind kind,
    @Nullable StatusCode status,
    @Nullable Throwable failure,
    @Nullable CallTimes times) {

  /** The kinds of outcomes. */
  public enum Kind {
    /** A result, or the end of a method without one; for a one-way call: it has been sent. */
    RESULT,
    /** An exception that the method declares. */
    DECLARED,
    /** Any other failure. */
    FAILED
  }

  /** The call has its result. */
  public static final Outcome RESULT = new Outcome(Kind.RESULT, null, null);

  /** An outcome without times. */
  public Outcome(Kind kind, @Nullable StatusCode status, @Nullable Throwable failure) {
    this(kind, status, failure, null);
  }

  /** Creates the outcome of a call that failed for this reason. */
  public static Outcome failed(StatusCode status, @Nullable Throwable failure) {
    return new Outcome(Kind.FAILED, status, failure);
  }

  /** The outcome of a call that threw an exception, or whose future failed. */
  public static Outcome of(MethodDescriptor<?> method, Throwable thrown) {
    Throwable cause = thrown.getCause();
    Throwable failure = thrown instanceof CompletionException && cause != null ? cause : thrown;
    for (DeclaredException<?> declared : method.exceptions()) {
      if (declared.javaType().isInstance(failure)) {
        return new Outcome(Kind.DECLARED, StatusCode.APPLICATION, failure);
      }
    }
    if (failure instanceof RpcException refused) {
      return failed(refused.code(), failure);
    }
    return failed(
        failure instanceof CancellationException ? StatusCode.CANCELLED : StatusCode.APPLICATION,
        failure);
  }

  /** A copy with these times; null if the server does not report them. */
  public Outcome withTimes(@Nullable CallTimes newTimes) {
    return Objects.equals(newTimes, times) ? this : new Outcome(kind, status, failure, newTimes);
  }

  /** Returns whether the call has its result. */
  public boolean succeeded() {
    return kind == Kind.RESULT;
  }

  /** The name of the status, for metrics and logs; {@code OK} if there is none. */
  public String statusName() {
    return status == null ? "OK" : status.name();
  }
}
