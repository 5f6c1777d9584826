package io.callbox.internal.client.channel;

import io.callbox.internal.items.PeekedSubscription;
import io.callbox.rpc.CallObserver;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A subscriber of a stream with an interceptor. The interceptor receives the end once, before the
 * subscriber, or when the subscriber cancels.
 */
final class ObservedSubscriber<T> implements Flow.Subscriber<T> {

  private final Flow.Subscriber<? super T> subscriber;
  private final OutgoingCall call;
  private final CallObserver observer;

  /** Guard against race between the end and a subscriber that cancels. */
  private final AtomicBoolean ended = new AtomicBoolean();

  ObservedSubscriber(
      Flow.Subscriber<? super T> subscriber, OutgoingCall call, CallObserver observer) {
    this.subscriber = subscriber;
    this.call = call;
    this.observer = observer;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscriber.onSubscribe(
        new PeekedSubscription() {
          @Override
          public void peek() {
            PeekedSubscription.peek(subscription);
          }

          @Override
          public void request(long n) {
            subscription.request(n);
          }

          @Override
          public void cancel() {
            if (ended.compareAndSet(false, true)) {
              observer.end(call.outcome(new CancellationException("cancelled by its subscriber")));
            }
            subscription.cancel();
          }
        });
  }

  @Override
  public void onNext(T item) {
    subscriber.onNext(item);
  }

  @Override
  public void onError(Throwable failure) {
    if (ended.compareAndSet(false, true)) {
      observer.end(call.outcome(failure));
    }
    subscriber.onError(failure);
  }

  @Override
  public void onComplete() {
    if (ended.compareAndSet(false, true)) {
      observer.end(call.outcome(null));
    }
    subscriber.onComplete();
  }
}
