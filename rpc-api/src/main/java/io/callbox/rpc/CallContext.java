package io.callbox.rpc;

import io.callbox.log.Printable;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The call that an implementation is running. Safe for use by many threads.
 *
 * <pre>{@code
 * CallContext call = CallContext.current();
 * String trace = call == null ? null : call.headers().get("traceparent");
 * }</pre>
 *
 * @param id the call's id; null for a notification. Not for logs: {@link CallIds#forLog}
 * @param method the method that runs
 * @param from the calling node, if the request names it
 * @param headers the headers of the call
 * @param deadline when the caller stops waiting, by Redis's clock; null for never
 * @param cancellation whether the caller has cancelled the call
 * @param listener receives the progress of the call; used only for durable calls
 */
public record CallContext(
    @Nullable String id,
    MethodDescriptor<?> method,
    @Nullable String from,
    Map<String, String> headers,
    @Nullable Instant deadline,
    BooleanSupplier cancellation,
    ProgressListener listener) {

  /** The longest text of a progress report, in characters; a longer text is cut. */
  public static final int LONGEST_PROGRESS = 200;

  private static final ThreadLocal<@Nullable Supplier<CallContext>> CURRENT = new ThreadLocal<>();

  /** Ends a scope that is not inside another. Most are not, so they share this one. */
  private static final Scope OUTERMOST = () -> CURRENT.set(null);

  /** Creates the context of a call whose progress nobody reads. */
  public CallContext(
      @Nullable String id,
      MethodDescriptor<?> method,
      @Nullable String from,
      Map<String, String> headers,
      @Nullable Instant deadline,
      BooleanSupplier cancellation) {
    this(id, method, from, headers, deadline, cancellation, progress -> {});
  }

  /** The call that the current thread runs; null if it runs none. */
  public static @Nullable CallContext current() {
    Supplier<CallContext> current = CURRENT.get();
    return current == null ? null : current.get();
  }

  /**
   * Returns whether the caller has cancelled the call. The call's thread is interrupted at that
   * moment. An implementation that uses other threads, or that never blocks, can check this method.
   */
  public boolean isCancelled() {
    return cancellation.getAsBoolean();
  }

  /**
   * Reports the progress of a durable call. The latest report is sent with the next heartbeat and
   * stored with the call. It costs almost nothing, and has no effect in calls that are not durable.
   *
   * @param done the amount of work done, in any unit; not negative
   * @param total the total amount of work; 0 if it is unknown
   * @param text describes the current step
   */
  public void progress(long done, long total, String text) {
    String kept = text.substring(0, Math.min(text.length(), LONGEST_PROGRESS));
    listener.progressed(
        new CallStatus.Progress(Math.max(0, done), Math.max(0, total), Printable.of(kept)));
  }

  /** Receives the progress of a call. */
  @FunctionalInterface
  public interface ProgressListener {

    /** Receives the latest progress. Called by any thread; does not block. */
    void progressed(CallStatus.Progress progress);
  }

  /** Makes this the calling thread's current call until the scope is closed, on the same thread. */
  public Scope attach() {
    return attach(() -> this);
  }

  /**
   * Makes a call the current call of the calling thread until the scope is closed, on the same
   * thread. The supplier is called only if {@link #current} is.
   *
   * @param call returns the same call each time. Only the calling thread calls it
   */
  public static Scope attach(Supplier<CallContext> call) {
    Supplier<CallContext> outer = CURRENT.get();
    CURRENT.set(call);
    return outer == null ? OUTERMOST : () -> CURRENT.set(outer);
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
