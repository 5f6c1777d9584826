package io.callbox.processor;

import io.callbox.json.ValueWriter;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.Responder;
import io.callbox.rpc.RpcException;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives a subscriber what an implementation gives, each item written to JSON and read back. */
record LoopbackItems<T>(MethodDescriptor<T> method, Flow.Subscriber<? super T> subscriber)
    implements Responder {

  @Override
  public <R extends @Nullable Object> void succeed(R result, ValueWriter<R> writer) {
    throw new AssertionError("no single result");
  }

  @Override
  public void succeed() {
    throw new AssertionError("no single result");
  }

  @Override
  public void fail(Throwable failure) {
    subscriber.onError(failure);
  }

  @Override
  public void refuse(RpcException refusal) {
    subscriber.onError(refusal);
  }

  @Override
  public <R> void stream(Stream<R> items, ValueWriter<R> writer) {
    Iterator<R> each = items.iterator();
    subscriber.onSubscribe(
        new Flow.Subscription() {
          @Override
          public void request(long n) {
            for (long left = n; left > 0 && each.hasNext(); left--) {
              subscriber.onNext(carried(each.next(), writer));
            }
            if (!each.hasNext()) {
              subscriber.onComplete();
            }
          }

          @Override
          public void cancel() {
            items.close();
          }
        });
  }

  @Override
  public <R> void stream(Flow.Publisher<R> items, ValueWriter<R> writer) {
    items.subscribe(
        new Flow.Subscriber<R>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscriber.onSubscribe(subscription);
          }

          @Override
          public void onNext(R item) {
            subscriber.onNext(carried(item, writer));
          }

          @Override
          public void onError(Throwable failure) {
            subscriber.onError(failure);
          }

          @Override
          public void onComplete() {
            subscriber.onComplete();
          }
        });
  }

  private <R> T carried(R item, ValueWriter<R> writer) {
    try {
      String json = LoopbackChannel.json(out -> writer.write(out, item));
      return method.resultReader().read(LoopbackChannel.parser(json));
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }
}
