package io.callbox.internal.gateway.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Collects a body, one buffer at a time, up to a bound. Its publisher calls it. */
final class FlowBody implements Flow.Subscriber<ByteBuffer> {

  private final int most;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();

  /** The body; fails if it is too long, or breaks off. Whoever gives it up completes it. */
  final CompletableFuture<byte[]> whole = new CompletableFuture<>();

  private volatile Flow.@Nullable Subscription subscription;

  FlowBody(int most) {
    this.most = most;
    whole.whenComplete((bytes, failure) -> cancel());
  }

  @Override
  public void onSubscribe(Flow.Subscription newSubscription) {
    subscription = newSubscription;
    if (whole.isDone()) {
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
    if (whole.isDone() || current == null) {
      return;
    }
    if (read.size() + buffer.remaining() > most) {
      whole.completeExceptionally(new BodyTooLongException(most));
      return;
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    read.writeBytes(bytes);
    current.request(1);
  }

  @Override
  public void onError(Throwable failure) {
    whole.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    whole.complete(read.toByteArray());
  }
}
