package io.callbox.rpc;

import io.callbox.json.ValueWriter;
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

  /** The call failed. An exception that its method declares travels as itself. */
  void fail(Throwable failure);

  /** The call was refused before its implementation ran, and the caller is told so. */
  void refuse(RpcException refusal);
}
