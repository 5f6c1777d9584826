package io.callbox.benchmarks.streams;

import java.util.concurrent.Flow;

/** Publishes one text again and again, as often as it is asked for. */
record Endless(String text) implements Flow.Publisher<String> {

  @Override
  public void subscribe(Flow.Subscriber<? super String> subscriber) {
    subscriber.onSubscribe(new Giving(subscriber, text));
  }

  /** Asked by one thread at a time, as its subscriber has to see to it. */
  private static final class Giving implements Flow.Subscription {

    private final Flow.Subscriber<? super String> subscriber;
    private final String text;
    private volatile boolean cancelled;

    Giving(Flow.Subscriber<? super String> subscriber, String text) {
      this.subscriber = subscriber;
      this.text = text;
    }

    @Override
    public void request(long n) {
      for (long left = n; left > 0 && !cancelled; left--) {
        subscriber.onNext(text);
      }
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }
}
