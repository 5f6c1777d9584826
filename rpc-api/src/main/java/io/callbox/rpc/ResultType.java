package io.callbox.rpc;

import io.callbox.json.ValueReader;
import io.callbox.json.ValueWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the results of one type, or the items of streams. A generated marshaller has one
 * in a constant for each type, shared by all methods that return the type. Immutable.
 *
 * @param reader reads a result; called on {@code null} too
 * @param writer writes a result; called on {@code null} too
 * @param <T> the type, boxed
 */
public record ResultType<T extends @Nullable Object>(ValueReader<T> reader, ValueWriter<T> writer) {

  /** Answers a call with its result. */
  public void succeed(Responder responder, T result) {
    responder.succeed(result, writer);
  }

  /** Answers a call when its implementation's future completes. */
  public void whenComplete(Responder responder, @Nullable CompletableFuture<T> future) {
    ServerCalls.whenComplete(future, responder, writer);
  }

  /** Answers a call with the items that its implementation publishes. */
  public void stream(Responder responder, Flow.@Nullable Publisher<T> items) {
    ServerCalls.stream(items, responder, writer);
  }

  /** Answers a call with the items of its implementation's stream. */
  public void stream(Responder responder, @Nullable Stream<T> items) {
    ServerCalls.stream(items, responder, writer);
  }
}
