package io.callbox.processor.evolution;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/** The items of a stream: what an implementation gives, and what a caller has got. */
record Items(List<Object> all) {

  /** As the method's result. */
  Object as(Method method) {
    return method.getReturnType() == Stream.class
        ? all.stream()
        : (Flow.Publisher<Object>) subscriber -> subscriber.onSubscribe(new Giving(subscriber));
  }

  /** What has come of a call: the items if it gave a stream, else itself. */
  static Object read(Object result) {
    if (result instanceof Stream<?> stream) {
      try (stream) {
        return new Items(List.copyOf(stream.toList()));
      }
    } else if (result instanceof Flow.Publisher<?> publisher) {
      Reading reading = new Reading();
      publisher.subscribe(reading);
      return new Items(reading.end.join());
    }
    return result;
  }

  private final class Giving implements Flow.Subscription {

    private final Flow.Subscriber<? super Object> subscriber;
    private int next;

    Giving(Flow.Subscriber<? super Object> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public void request(long n) {
      for (long left = n; left > 0 && next < all.size(); left--) {
        subscriber.onNext(all.get(next++));
      }
      if (next == all.size()) {
        next++;
        subscriber.onComplete();
      }
    }

    @Override
    public void cancel() {
      next = all.size() + 1;
    }
  }

  private static final class Reading implements Flow.Subscriber<Object> {

    private final List<Object> items = new ArrayList<>();
    private final CompletableFuture<List<Object>> end = new CompletableFuture<>();

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Object item) {
      items.add(item);
    }

    @Override
    public void onError(Throwable failure) {
      end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      end.complete(items);
    }
  }
}
