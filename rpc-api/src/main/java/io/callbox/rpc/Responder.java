package io.callbox.rpc;

import io.callbox.json.ValueWriter;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes the outcome of one call, exactly once: the first counts. Safe for use by many threads. */
public interface Responder {

  /**
   * The call has this result.
   *
   * @param writer writes the result; called on {@code null} too
   * @param <T> the result
   */
  <T extends @Nullable Object> void succeed(T result, ValueWriter<T> writer);

  /** The call is done and has no result. */
  void succeed();

  /**
   * The call gives these items, as many at a time as its caller takes. Whether they come or not is
   * the outcome. A responder that carries no streams fails the call.
   *
   * @param writer writes one item
   * @param <T> an item
   */
  default <T> void stream(Flow.Publisher<T> items, ValueWriter<T> writer) {
    fail(new UnsupportedOperationException("no stream can be carried here"));
  }

  /**
   * The same for items that are pulled, by one thread at a time; the stream is closed in the end.
   */
  default <T> void stream(Stream<T> items, ValueWriter<T> writer) {
    items.close();
    fail(new UnsupportedOperationException("no stream can be carried here"));
  }

  /** The call failed. An exception that its method declares travels as itself. */
  void fail(Throwable failure);

  /** The call was refused before its implementation ran, and the caller is told so. */
  void refuse(RpcException refusal);
}
