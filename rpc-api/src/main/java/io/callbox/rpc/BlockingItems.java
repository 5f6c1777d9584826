package io.callbox.rpc;

import io.callbox.internal.items.PeekedSubscription;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The items of a remote stream for a thread that waits for each item. It waits for the first item
 * before the caller reads. Then it requests few items ahead, so that a slow reader slows down the
 * producer and fills no memory here. If the waiting thread is interrupted, the stream ends with
 * {@link StatusCode#CANCELLED}.
 *
 * <p>The signals come from threads of the node, one at a time; one thread at a time reads.
 */
final class BlockingItems<T> implements Flow.Subscriber<T> {

  /** The number of items that are requested ahead. */
  private static final int AHEAD = 16;

  /** The interval at which a reader checks whether it has missed a signal. */
  private static final long LOOK_NANOS = 1_000_000_000;

  private final MethodDescriptor<?> method;
  private final Queue<T> items = new ConcurrentLinkedQueue<>();
  private volatile Flow.@Nullable Subscription subscription;
  private volatile @Nullable Thread reader;

  /** Written before {@link #ended}. */
  private volatile @Nullable Throwable failure;

  private volatile boolean ended;
  private volatile boolean cancelled;

  /** The number of items taken since the last request for more; belongs to the reader. */
  private int taken = AHEAD - 1;

  private BlockingItems(MethodDescriptor<?> method) {
    this.method = method;
  }

  /**
   * Subscribes, and waits for the first item or the end.
   *
   * @throws Exception the failure of the stream, if it comes before the first item
   */
  static <T> Stream<T> of(MethodDescriptor<?> method, Flow.Publisher<T> publisher)
      throws Exception {
    BlockingItems<T> items = new BlockingItems<>(method);
    publisher.subscribe(items);
    items.await();
    Throwable failed = items.failure;
    if (items.items.isEmpty()) {
      if (failed instanceof Exception exception) {
        throw exception;
      }
      items.throwFailure();
    }
    return StreamSupport.stream(new ForgettableItems<>(items), false).onClose(items::cancel);
  }

  @Override
  public void onSubscribe(Flow.Subscription newSubscription) {
    subscription = newSubscription;
    PeekedSubscription.peek(newSubscription);
  }

  @Override
  public void onNext(T item) {
    items.add(item);
    wakeUp();
  }

  @Override
  public void onError(Throwable newFailure) {
    failure = newFailure;
    ended = true;
    wakeUp();
  }

  @Override
  public void onComplete() {
    ended = true;
    wakeUp();
  }

  /**
   * Waits for the next item and takes it. Returns null at the end; throws the failure of the stream
   * if there is one.
   */
  @Nullable T next() {
    await();
    T item = items.poll();
    if (item == null) {
      throwFailure();
      return null;
    }
    if (++taken >= AHEAD / 2) {
      subscription().request(taken);
      taken = 0;
    }
    return item;
  }

  MethodDescriptor<?> method() {
    return method;
  }

  /**
   * Gives up the items that have not come.
   *
   * @return false if all had come, or they were given up before
   */
  boolean cancel() {
    boolean open = !ended && !cancelled;
    cancelled = true;
    subscription().cancel();
    return open;
  }

  private Flow.Subscription subscription() {
    return Objects.requireNonNull(subscription, "subscribe has returned without a subscription");
  }

  /** Guard against race with a signal: a thread announces its wait before it looks. */
  private void await() {
    reader = Thread.currentThread();
    while (items.isEmpty() && !ended) {
      LockSupport.parkNanos(this, LOOK_NANOS);
      if (Thread.currentThread().isInterrupted()) {
        giveUp();
      }
    }
    reader = null;
  }

  private void giveUp() {
    cancel();
    String message = method + ": interrupted while waiting for an item";
    throw new RpcException(StatusCode.CANCELLED, Executed.UNKNOWN, message);
  }

  private void wakeUp() {
    LockSupport.unpark(reader);
  }

  /** Throws the failure. A checked exception cannot be thrown out of a {@link Stream}. */
  private void throwFailure() {
    Throwable thrown = failure;
    if (thrown instanceof RuntimeException unchecked) {
      throw unchecked;
    } else if (thrown instanceof Error error) {
      throw error;
    } else if (thrown != null) {
      throw new CompletionException(thrown);
    }
  }
}
