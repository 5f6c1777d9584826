package io.callbox.rpc;

import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What an implementation may know of the call it is running. Safe for use by many threads.
 *
 * <pre>{@code
 * CallContext call = CallContext.current();
 * String trace = call == null ? null : call.headers().get("traceparent");
 * }</pre>
 *
 * @param id the call's id; null for a notification. Not for logs: {@link CallIds#forLog}
 * @param method the method that runs
 * @param from the node that calls, if it says so
 * @param headers what travelled along with the call
 * @param deadline when the caller stops waiting, by Redis's clock; null for never
 * @param cancellation whether the caller has given the call up
 */
public record CallContext(
    @Nullable String id,
    MethodDescriptor<?> method,
    @Nullable String from,
    Map<String, String> headers,
    @Nullable Instant deadline,
    BooleanSupplier cancellation) {

  private static final ThreadLocal<@Nullable CallContext> CURRENT = new ThreadLocal<>();

  /** The call that this thread is running; null if it runs none. */
  public static @Nullable CallContext current() {
    return CURRENT.get();
  }

  /**
   * Whether the caller has given the call up. Its thread is interrupted when that happens; an
   * implementation that works on others, or does not wait, may ask here.
   */
  public boolean isCancelled() {
    return cancellation.getAsBoolean();
  }

  /** Makes this the calling thread's current call until the scope is closed, on the same thread. */
  public Scope attach() {
    CallContext outer = CURRENT.get();
    CURRENT.set(this);
    return () -> CURRENT.set(outer);
  }

  /** Ends what {@link #attach} began. */
  @FunctionalInterface
  public interface Scope extends AutoCloseable {

    /** Ends nothing. */
    Scope NONE = () -> {};

    @Override
    void close();
  }
}
