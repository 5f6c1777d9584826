package io.callbox.rpc;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call failed for a reason that its contract does not declare. One type for all reasons: {@link
 * #code()} says which. Immutable but for its stack trace.
 */
public final class RpcException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final StatusCode code;
  private final Executed executed;
  private final boolean retryable;
  private final @Nullable String type;
  private final @Nullable Duration retryAfter;

  /** A failure that is known to have happened before the implementation ran. */
  public RpcException(StatusCode code, String message) {
    this(code, Executed.NO, message);
  }

  /** A failure, retryable where the code says that a later try may succeed and it did not run. */
  public RpcException(StatusCode code, Executed executed, String message) {
    this(code, executed, message, null);
  }

  /** A failure with its cause on this side of the wire. */
  public RpcException(
      StatusCode code, Executed executed, String message, @Nullable Throwable cause) {
    this(new Details(code, executed, passes(code) && executed == Executed.NO), message, cause);
  }

  /** A failure with everything that is known of it. */
  public RpcException(Details details, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = details.code;
    this.executed = details.executed;
    this.retryable = details.retryable;
    this.type = details.type;
    this.retryAfter = details.retryAfter;
  }

  /** Why the call failed. */
  public StatusCode code() {
    return code;
  }

  /** Whether the implementation ran. */
  public Executed executed() {
    return executed;
  }

  /** Whether the same call may succeed later and does no harm if it is made again. */
  public boolean retryable() {
    return retryable;
  }

  /** For {@link StatusCode#APPLICATION}: the class name of what the implementation threw. */
  public @Nullable String type() {
    return type;
  }

  /** How long to wait before the next try, if the server said so. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  private static boolean passes(StatusCode code) {
    return code == StatusCode.UNAVAILABLE || code == StatusCode.RESOURCE_EXHAUSTED;
  }

  /**
   * What is known of a failure besides its message.
   *
   * @param code why the call failed
   * @param executed whether the implementation ran
   * @param retryable whether the same call may succeed later and does no harm
   * @param type the name of the implementation's exception, if it threw one
   * @param retryAfter how long to wait before the next try, if that is known
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
