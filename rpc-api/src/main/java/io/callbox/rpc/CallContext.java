package io.callbox.rpc;

import io.callbox.log.Printable;
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
 * @param listener hears how far the call has come; nobody does unless it is durable
 */
public record CallContext(
    @Nullable String id,
    MethodDescriptor<?> method,
    @Nullable String from,
    Map<String, String> headers,
    @Nullable Instant deadline,
    BooleanSupplier cancellation,
    ProgressListener listener) {

  /** The longest text of a progress, in characters: of a longer one, only so much is kept. */
  public static final int LONGEST_PROGRESS = 200;

  private static final ThreadLocal<@Nullable CallContext> CURRENT = new ThreadLocal<>();

  /** A call of which nobody asks how far it has come. */
  public CallContext(
      @Nullable String id,
      MethodDescriptor<?> method,
      @Nullable String from,
      Map<String, String> headers,
      @Nullable Instant deadline,
      BooleanSupplier cancellation) {
    this(id, method, from, headers, deadline, cancellation, progress -> {});
  }

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

  /**
   * Says how far a durable call has come: the last word wins, travels with the next heartbeat, and
   * is kept with the call. Costs next to nothing, and does nothing in calls that are not durable.
   *
   * @param done how much is done, in units of its own; not negative
   * @param total how much there is to do; 0 for unknown
   * @param text what it does at present
   */
  public void progress(long done, long total, String text) {
    String kept = text.substring(0, Math.min(text.length(), LONGEST_PROGRESS));
    listener.progressed(
        new CallStatus.Progress(Math.max(0, done), Math.max(0, total), Printable.of(kept)));
  }

  /** Hears how far a call has come. */
  @FunctionalInterface
  public interface ProgressListener {

    /** The call has come so far. Called by any thread; does not block. */
    void progressed(CallStatus.Progress progress);
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
