package io.callbox.rpc;

import io.callbox.json.ValueWriter;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes the outcome of one call, exactly once: the first counts. Safe for use by many threads. */
public interface Responder {

  /**
   * Completes the call with a result.
   *
   * @param writer writes the result; called on {@code null} too
   * @param <T> the result
   */
  <T extends @Nullable Object> void succeed(T result, ValueWriter<T> writer);

  /** Completes the call without a result. */
  void succeed();

  /**
   * Answers the call with a stream of items, as many at a time as its caller requests. The call's
   * outcome says whether all items came. A responder that supports no streams fails the call.
   *
   * @param writer writes one item
   * @param <T> an item
   */
  default <T> void stream(Flow.Publisher<T> items, ValueWriter<T> writer) {
    fail(new UnsupportedOperationException("no stream can be carried here"));
  }

  /**
   * The same for items that are pulled, by one thread at a time. The stream is closed at the end.
   */
  default <T> void stream(Stream<T> items, ValueWriter<T> writer) {
    items.close();
    fail(new UnsupportedOperationException("no stream can be carried here"));
  }

  /** Fails the call. An exception that its method declares travels as itself. */
  void fail(Throwable failure);

  /** Refuses the call before its implementation has run, and tells the caller so. */
  void refuse(RpcException refusal);
}
