package io.callbox.rpc;

import io.callbox.internal.failure.StageFailure;
import io.callbox.json.ValueWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The common parts of the methods of generated skeletons. */
public final class ServerCalls {

  private ServerCalls() {}

  /**
   * Answers a call when its implementation's future completes.
   *
   * @param <T> the result
   */
  public static <T extends @Nullable Object> void whenComplete(
      @Nullable CompletableFuture<T> future, Responder responder, ValueWriter<T> writer) {
    if (future == null) {
      responder.fail(new NullPointerException("the implementation returned null, not a future"));
      return;
    }
    future.whenComplete(
        (result, failure) -> {
          if (failure == null) {
            responder.succeed(result, writer);
          } else {
            responder.fail(StageFailure.cause(failure));
          }
        });
  }

  /** Answers a call without result when its implementation's future completes. */
  public static void whenComplete(
      @Nullable CompletableFuture<@Nullable Void> future, Responder responder) {
    whenComplete(future, responder, (out, nothing) -> out.writeNull());
  }

  /**
   * Answers a call with the items that its implementation publishes.
   *
   * @param <T> an item
   */
  public static <T> void stream(
      Flow.@Nullable Publisher<T> items, Responder responder, ValueWriter<T> writer) {
    if (items == null) {
      responder.fail(new NullPointerException("the implementation returned null, not a publisher"));
    } else {
      responder.stream(items, writer);
    }
  }

  /**
   * Answers a call with the items of its implementation's stream.
   *
   * @param <T> an item
   */
  public static <T> void stream(
      @Nullable Stream<T> items, Responder responder, ValueWriter<T> writer) {
    if (items == null) {
      responder.fail(new NullPointerException("the implementation returned null, not a stream"));
    } else {
      responder.stream(items, writer);
    }
  }

  /**
   * Makes the exception for the {@code default} branch of a skeleton: its descriptor names no such
   * method.
   */
  public static RpcException unimplemented(MethodDescriptor<?> method) {
    return new RpcException(StatusCode.UNIMPLEMENTED, "no method " + method + " here");
  }
}
