package io.callbox.rpc;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reports that a call failed for a reason that its contract does not declare. {@link #code()} says
 * why. Immutable except for its stack trace.
 */
public final class RpcException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final StatusCode code;
  private final Executed executed;
  private final boolean retryable;
  private final @Nullable String type;
  private final @Nullable Duration retryAfter;
  private final @Nullable String method;
  private final @Nullable String node;

  /** Creates a failure that is known to have happened before the implementation ran. */
  public RpcException(StatusCode code, String message) {
    this(code, Executed.NO, message);
  }

  /**
   * Creates a failure; it is retryable if the code allows a later attempt and the call did not run.
   */
  public RpcException(StatusCode code, Executed executed, String message) {
    this(code, executed, message, null);
  }

  /** Creates a failure with its cause in this process. */
  public RpcException(
      StatusCode code, Executed executed, String message, @Nullable Throwable cause) {
    this(new Details(code, executed, passes(code) && executed == Executed.NO), message, cause);
  }

  /** Creates a failure with all its details. */
  public RpcException(Details details, String message, @Nullable Throwable cause) {
    this(details, message, cause, Place.UNKNOWN);
  }

  /** Creates a failure with all its details and its place. */
  public RpcException(Details details, String message, @Nullable Throwable cause, Place place) {
    super(message, cause);
    this.code = details.code;
    this.executed = details.executed;
    this.retryable = details.retryable;
    this.type = details.type;
    this.retryAfter = details.retryAfter;
    this.method = place.method;
    this.node = place.node;
  }

  /** The reason for the failure. */
  public StatusCode code() {
    return code;
  }

  /** Returns whether the implementation ran. */
  public Executed executed() {
    return executed;
  }

  /** Returns whether the same call may succeed later and is safe to repeat. */
  public boolean retryable() {
    return retryable;
  }

  /**
   * For {@link StatusCode#APPLICATION}: the class name of the exception that the implementation
   * threw.
   */
  public @Nullable String type() {
    return type;
  }

  /** The time to wait before the next attempt; null if the server gave none. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** The method that was called, {@code Service.method}; null if only the message names it. */
  public @Nullable String method() {
    return method;
  }

  /** The id of the node that answered; null if none did, or if it is unknown. */
  public @Nullable String node() {
    return node;
  }

  /**
   * The code, the node that answered, the method, and the exception of its implementation, as far
   * as they are known, before the message:
   */
  @Override
  @SuppressWarnings("OverrideThrowableToString") // the message itself stays as it travelled
  public String toString() {
    StringBuilder text = new StringBuilder(RpcException.class.getName()).append(": ").append(code);
    if (node != null) {
      text.append(" from ").append(node);
    }
    String message = String.valueOf(getMessage());
    if (method != null && !message.startsWith(method)) {
      text.append(": ").append(method);
    }
    if (type != null) {
      text.append(" threw ").append(type);
    }
    return text.append(": ").append(message).toString();
  }

  private static boolean passes(StatusCode code) {
    return code == StatusCode.UNAVAILABLE || code == StatusCode.RESOURCE_EXHAUSTED;
  }

  /**
   * The place where a failure happened, as far as it is known.
   *
   * @param method the method that was called, {@code Service.method}
   * @param node the id of the node that answered
   */
  public record Place(@Nullable String method, @Nullable String node) {

    /** An unknown place. */
    public static final Place UNKNOWN = new Place(null, null);
  }

  /**
   * The known facts about a failure besides its message.
   *
   * @param code why the call failed
   * @param executed whether the implementation ran
   * @param retryable whether the same call may succeed later and does no harm
   * @param type the name of the implementation's exception, if it threw one
   * @param retryAfter the time to wait before the next attempt, if that is known
   */
  public record Details(
      StatusCode code,
      Executed executed,
      boolean retryable,
      @Nullable String type,
      @Nullable Duration retryAfter) {

    /** Details without a type and a time to wait. */
    public Details(StatusCode code, Executed executed, boolean retryable) {
      this(code, executed, retryable, null, null);
    }
  }
}
