package io.callbox.testkit.network;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.testkit.time.Await;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A subscriber that keeps what it is given, and asks for as much as it is told. */
final class Reader<T> implements Flow.Subscriber<T> {

  private final long first;
  private final List<T> items = new CopyOnWriteArrayList<>();
  private final CountDownLatch subscribed = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Flow.@Nullable Subscription subscription;
  private volatile @Nullable Throwable failure;

  Reader(long first) {
    this.first = first;
  }

  @Override
  public void onSubscribe(Flow.Subscription newSubscription) {
    subscription = newSubscription;
    subscribed.countDown();
    if (first > 0) {
      newSubscription.request(first);
    }
  }

  @Override
  public void onNext(T item) {
    items.add(item);
  }

  @Override
  public void onError(Throwable newFailure) {
    failure = newFailure;
    ended.countDown();
  }

  @Override
  public void onComplete() {
    ended.countDown();
  }

  void request(long more) {
    subscription().request(more);
  }

  void cancel() {
    subscription().cancel();
  }

  private Flow.Subscription subscription() {
    Await.latch(subscribed);
    return Objects.requireNonNull(subscription);
  }

  int size() {
    return items.size();
  }

  List<T> items() {
    return List.copyOf(items);
  }

  /** Waits for the end, which must be no failure. */
  List<T> all() {
    Await.latch(ended);
    assertNull(failure);
    return items();
  }

  /** Waits so long for the end, and says what it failed with. */
  @Nullable Throwable failureWithin(Duration bound) throws InterruptedException {
    assertTrue(ended.await(bound.toMillis(), TimeUnit.MILLISECONDS), "it has not ended");
    return failure;
  }

  /** Whether the end has come, whichever. */
  boolean hasEnded() {
    return ended.getCount() == 0;
  }

  /** Waits for the end, and says what it failed with. */
  @Nullable Throwable failure() {
    Await.latch(ended);
    return failure;
  }
}
