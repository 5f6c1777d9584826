package io.callbox.internal.gateway.http;

import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads a body that comes from a publisher, one buffer at a time. Its publisher calls it. */
final class FlowBody implements Flow.Subscriber<ByteBuffer> {

  private final BoundedBody body;
  private volatile Flow.@Nullable Subscription subscription;

  FlowBody(BoundedBody body) {
    this.body = body;
    body.whole.whenComplete((bytes, failure) -> cancel());
  }

  @Override
  public void onSubscribe(Flow.Subscription newSubscription) {
    subscription = newSubscription;
    if (body.isDone()) {
      newSubscription.cancel();
    } else {
      newSubscription.request(1);
    }
  }

  private void cancel() {
    Flow.Subscription current = subscription;
    if (current != null) {
      current.cancel();
    }
  }

  @Override
  public void onNext(ByteBuffer buffer) {
    Flow.Subscription current = subscription;
    if (body.isDone() || current == null) {
      return;
    }
    body.add(buffer);
    if (!body.isDone()) {
      current.request(1);
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.fail(failure);
  }

  @Override
  public void onComplete() {
    body.end();
  }
}
