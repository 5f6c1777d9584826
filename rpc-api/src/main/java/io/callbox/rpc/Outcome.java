package io.callbox.rpc;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended. Immutable.
 *
 * @param kind with what
 * @param status why it failed; null if it did not
 * @param failure what was thrown, where this side has an exception for it
 * @param times on a client, where the time went on the server; null where the server does not say,
 *     where there was no answer, for one-way calls, and on the server itself, whose interceptors
 *     have {@link InterceptedCall#queued}
 */
public record Outcome(
    Kind kind,
    @Nullable StatusCode status,
    @Nullable Throwable failure,
    @Nullable CallTimes times) {

  /** What a call can end with. */
  public enum Kind {
    /** With a result, or without one as its method has none; a one-way call: it has been sent. */
    RESULT,
    /** With an exception that its method declares: an answer like any other. */
    DECLARED,
    /** With any other failure. */
    FAILED
  }

  /** The call has its result. */
  public static final Outcome RESULT = new Outcome(Kind.RESULT, null, null);

  /** An outcome of which nobody says where the time went. */
  public Outcome(Kind kind, @Nullable StatusCode status, @Nullable Throwable failure) {
    this(kind, status, failure, null);
  }

  /** The call failed for this reason. */
  public static Outcome failed(StatusCode status, @Nullable Throwable failure) {
    return new Outcome(Kind.FAILED, status, failure);
  }

  /** How a call ended that threw, or whose future failed. */
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

  /** The same outcome, of which the server says where the time went; null: it does not say. */
  public Outcome withTimes(@Nullable CallTimes newTimes) {
    return Objects.equals(newTimes, times) ? this : new Outcome(kind, status, failure, newTimes);
  }

  /** Whether the call has its result. */
  public boolean succeeded() {
    return kind == Kind.RESULT;
  }

  /** The name of the status, for figures and logs; {@code OK} if there is none. */
  public String statusName() {
    return status == null ? "OK" : status.name();
  }
}
