package io.callbox.internal.redisson.client;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redisson.connection.ConnectionListener;

/**
 * Watches whether Redis answers. When a connection has ended, this asks Redis until it answers.
 * Commands fail only seconds later, because Redisson sends them again.
 *
 * <p>Safe for use by many threads.
 */
@SuppressWarnings("deprecation") // the interface has no other methods without a default
public final class Reachability implements ConnectionListener {

  /** The time without an answer after which Redis counts as away. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private static final long ANSWERED = Long.MIN_VALUE;

  /** The time since which Redis has not answered, in ticks. */
  private final AtomicLong askedNanos = new AtomicLong(ANSWERED);

  private volatile @Nullable Supplier<? extends CompletionStage<?>> question;
  private volatile Consumer<Runnable> later = again -> {};

  /**
   * Sets the question, and the way to repeat it.
   *
   * @param newQuestion sends a command
   * @param newLater runs a task after a while
   */
  void ask(Supplier<? extends CompletionStage<?>> newQuestion, Consumer<Runnable> newLater) {
    question = newQuestion;
    later = newLater;
  }

  @Override
  public void onConnect(InetSocketAddress address) {}

  @Override
  public void onDisconnect(InetSocketAddress address) {
    if (askedNanos.compareAndSet(ANSWERED, System.nanoTime())) {
      askNow();
    }
  }

  private void askNow() {
    Supplier<? extends CompletionStage<?>> asked = question;
    if (asked == null) {
      askedNanos.set(ANSWERED);
      return;
    }
    try {
      asked.get().whenComplete((answer, failure) -> answered(failure));
    } catch (RuntimeException closed) {
      answered(closed);
    }
  }

  private void answered(@Nullable Throwable failure) {
    if (failure == null) {
      askedNanos.set(ANSWERED);
    } else {
      later.accept(this::askNow);
    }
  }

  /** Returns the reason why commands will probably fail; null if no reason is known. */
  public @Nullable String trouble() {
    long since = askedNanos.get();
    long nanos = System.nanoTime() - since;
    return since == ANSWERED || nanos < PATIENCE.toNanos()
        ? null
        : "Redis has closed a connection, and has not answered for "
            + TimeUnit.NANOSECONDS.toMillis(nanos)
            + " ms";
  }
}
