package io.callbox.testkit.contract;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns streams of results into lists, to compare sent and received items. */
final class ItemLists {

  /** The number of items in a stream. */
  static final int ITEMS = 3;

  private ItemLists() {}

  /** Returns whether a method with this return type returns a stream. */
  static boolean isStream(Class<?> returned) {
    return returned == Stream.class || returned == Flow.Publisher.class;
  }

  /** Returns these items in the return type of an implementation's method. */
  static Object given(Class<?> returned, List<?> items) {
    return returned == Stream.class ? items.stream() : new OneByOne(items);
  }

  /** Returns the value that a stub has returned; for a stream, its items, when all have come. */
  static @Nullable Object taken(@Nullable Object returned) {
    if (returned instanceof Stream<?> stream) {
      try (stream) {
        return stream.toList();
      }
    } else if (returned instanceof Flow.Publisher<?> publisher) {
      Collected collected = new Collected();
      publisher.subscribe(collected);
      return collected.all.join();
    }
    return returned;
  }

  /** Publishes items on request. */
  private record OneByOne(List<?> items) implements Flow.Publisher<Object> {

    @Override
    public void subscribe(Flow.Subscriber<? super Object> subscriber) {
      Iterator<?> each = items.iterator();
      subscriber.onSubscribe(
          new Flow.Subscription() {
            private boolean ended;

            @Override
            public void request(long n) {
              for (long left = n; left > 0 && each.hasNext(); left--) {
                subscriber.onNext(each.next());
              }
              if (!each.hasNext() && !ended) {
                ended = true;
                subscriber.onComplete();
              }
            }

            @Override
            public void cancel() {}
          });
    }
  }

  /** Requests all items, and keeps them. */
  private static final class Collected implements Flow.Subscriber<Object> {

    final CompletableFuture<List<Object>> all = new CompletableFuture<>();
    private final List<Object> items = new ArrayList<>();

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
      all.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      all.complete(items);
    }
  }
}
