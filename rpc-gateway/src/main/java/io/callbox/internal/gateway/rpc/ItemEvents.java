package io.callbox.internal.gateway.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.gateway.http.Answer;
import io.callbox.internal.gateway.http.EventSink;
import java.util.Map;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Sends the items of a stream, each as an event {@code item}, and then its response as an event
 * {@code end}. It requests the next item when the last one has left. So a slow reader stops its
 * producer, and at most one item waits here.
 */
final class ItemEvents implements Flow.Subscriber<String> {

  private final String id;
  private final EventSink sink;

  /**
   * The monitor guards the following fields: a reader that leaves races with the begin of the
   * subscription.
   */
  @GuardedBy("this")
  private Flow.@Nullable Subscription subscription;

  @GuardedBy("this")
  private boolean left;

  ItemEvents(String id, EventSink sink) {
    this.id = id;
    this.sink = sink;
  }

  /**
   * Returns the answer to a request.
   *
   * @param id the request's id, as JSON
   * @param items the items of its method, as JSON
   */
  static Answer of(String id, Flow.Publisher<String> items) {
    return new Answer.Events(
        Map.of(),
        sink -> {
          ItemEvents events = new ItemEvents(id, sink);
          items.subscribe(events);
          return events::readerLeft;
        });
  }

  @Override
  public void onSubscribe(Flow.Subscription granted) {
    boolean late;
    synchronized (this) {
      subscription = granted;
      late = left;
    }
    if (late) {
      granted.cancel();
    } else {
      granted.request(1);
    }
  }

  @Override
  public void onNext(String item) {
    sink.send("item", item.getBytes(UTF_8));
    sink.whenIdle(this::askForOne);
  }

  private void askForOne() {
    Flow.Subscription known = subscription();
    if (known != null) {
      known.request(1);
    }
  }

  private synchronized Flow.@Nullable Subscription subscription() {
    return subscription;
  }

  @Override
  public void onError(Throwable failure) {
    end(Responses.failure(id, failure));
  }

  @Override
  public void onComplete() {
    end(Responses.result(id, "null"));
  }

  private void end(byte[] response) {
    sink.send("end", response);
    sink.end();
  }

  /** Handles that the reader has left. Does nothing to a stream that has ended. */
  void readerLeft() {
    Flow.Subscription known;
    synchronized (this) {
      left = true;
      known = subscription;
    }
    if (known != null) {
      known.cancel();
    }
  }
}
