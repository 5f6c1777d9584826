package io.callbox.rpc;

import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The replies to a call to all: one for each provider that was registered when the call was made.
 * The call ends when each of them has answered, has died, or has exceeded the timeout. A provider
 * that starts later is not called.
 *
 * <p>Replies are in the order in which they arrive. The methods wait at most for the timeout of the
 * call. If the waiting thread is interrupted, they throw {@link StatusCode#CANCELLED}, and the
 * calls continue. Safe for use by many threads. Nothing needs closing; {@link #cancel} ends the
 * calls.
 *
 * <pre>{@code
 * Replies<Integer> replies = new ArithAllStub(node.channelToAll()).multiply(7, 8);
 * for (Reply<Integer> reply : replies) { // each as it arrives
 *   System.out.println(reply.node() + ": " + reply.value());
 * }
 * }</pre>
 *
 * @param <T> the result of each provider
 */
public final class Replies<T extends @Nullable Object> implements Iterable<Reply<T>> {

  /** The time that other threads have to end calls whose timeout has passed. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final MethodDescriptor<T> method;
  private final Map<String, CompletableFuture<T>> calls;
  private final Duration bound;
  private final Runnable beforeWaiting;

  private final Arrivals<Reply<T>> arrived = new Arrivals<>();

  /**
   * Collects the replies of these calls. For channels.
   *
   * @param calls one call by the id of each provider, which ends within its timeout
   * @param timeout the timeout of each call
   * @param beforeWaiting runs when the calling thread is about to wait
   */
  public Replies(
      MethodDescriptor<T> method,
      Map<String, CompletableFuture<T>> calls,
      Duration timeout,
      Runnable beforeWaiting) {
    this.method = method;
    this.calls = new LinkedHashMap<>(calls);
    this.bound = timeout.plus(GRACE);
    this.beforeWaiting = beforeWaiting;
    this.calls.forEach(
        (node, call) ->
            call.whenCompleteAsync(
                (value, failure) -> arrived.add(new Reply<>(node, value, asReplied(failure))),
                Runnable::run)); // this takes almost no time
  }

  /** The ids of the providers that were called. */
  public Collection<String> nodes() {
    return List.copyOf(calls.keySet());
  }

  /** Waits for all replies; returns none if there was no provider. */
  public List<Reply<T>> await() {
    return await(replies -> replies.size() == calls.size());
  }

  /**
   * Waits for this many results, in the order in which they arrive. The other calls continue;
   * {@link #cancel} ends them.
   *
   * @throws IllegalArgumentException if fewer than 1 are asked for
   * @throws RpcException {@code UNAVAILABLE} as soon as that many can no longer arrive; the
   *     failures of the other calls are its suppressed exceptions
   */
  public List<Reply<T>> first(int results) {
    if (results < 1) {
      throw new IllegalArgumentException("at least 1 result must be asked for, got " + results);
    }
    List<Reply<T>> replies = await(known -> isDecided(known, results));
    List<Reply<T>> good = replies.stream().filter(Reply::succeeded).limit(results).toList();
    if (good.size() < results) {
      throw tooFew(results, replies);
    }
    return good;
  }

  /**
   * Waits for the results of more than half of the providers that were asked.
   *
   * @throws RpcException {@code UNAVAILABLE} as soon as that many can no longer arrive, and if
   *     there was no provider
   */
  public List<Reply<T>> majority() {
    return first(calls.size() / 2 + 1);
  }

  /** Waits for all replies, and returns the failures. */
  public List<Reply<T>> failures() {
    return await().stream().filter(reply -> !reply.succeeded()).toList();
  }

  /** Iterates over the replies as they arrive, and waits for the next one. */
  @Override
  public Iterator<Reply<T>> iterator() {
    return new Arriving();
  }

  /** Gives up the calls that have not been answered: their replies are {@code CANCELLED}. */
  public void cancel() {
    calls.values().forEach(call -> call.cancel(false));
  }

  private @Nullable Throwable asReplied(@Nullable Throwable failure) {
    return failure instanceof CancellationException
        ? new RpcException(StatusCode.CANCELLED, Executed.UNKNOWN, method + ": cancelled", failure)
        : failure;
  }

  /** Returns whether enough results have arrived, or can no longer arrive. */
  private boolean isDecided(List<Reply<T>> known, int results) {
    long failed = known.stream().filter(reply -> !reply.succeeded()).count();
    return known.size() - failed >= results || calls.size() - failed < results;
  }

  private RpcException tooFew(int results, List<Reply<T>> known) {
    List<Reply<T>> failed = known.stream().filter(reply -> !reply.succeeded()).toList();
    String message =
        String.format(
            Locale.ROOT,
            "%s: %d of %d providers failed, so that %d results cannot come",
            method,
            failed.size(),
            calls.size(),
            results);
    RpcException failure = new RpcException(StatusCode.UNAVAILABLE, Executed.UNKNOWN, message);
    failed.forEach(reply -> suppress(failure, reply.failure()));
    return failure;
  }

  private static void suppress(RpcException failure, @Nullable Throwable cause) {
    if (cause != null) {
      failure.addSuppressed(cause);
    }
  }

  private List<Reply<T>> await(Predicate<List<Reply<T>>> enough) {
    beforeWaiting.run();
    long end = System.nanoTime() + bound.toNanos();
    try {
      return arrived.await(enough, () -> millisUntil(end));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      String message = method + ": interrupted while waiting for replies";
      throw new RpcException(StatusCode.CANCELLED, Executed.UNKNOWN, message, interrupted);
    }
  }

  private long millisUntil(long endNanos) {
    long millis = TimeUnit.NANOSECONDS.toMillis(endNanos - System.nanoTime());
    if (millis <= 0) {
      String message = method + ": its time is over, and not all replies are known";
      throw new RpcException(StatusCode.DEADLINE_EXCEEDED, Executed.UNKNOWN, message);
    }
    return millis;
  }

  /** For one thread. */
  private final class Arriving implements Iterator<Reply<T>> {

    private int next;

    @Override
    public boolean hasNext() {
      return next < calls.size();
    }

    @Override
    public Reply<T> next() {
      if (!hasNext()) {
        throw new NoSuchElementException("all " + calls.size() + " providers have replied");
      }
      int index = next++;
      return await(replies -> replies.size() > index).get(index);
    }
  }
}
