package io.callbox.internal.server;

import io.callbox.internal.concurrent.PushBatcher;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One attempt to send a message; its result is a future. */
abstract class OutgoingResponse implements PushBatcher.Message {

  final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();

  @Override
  public final void pushed() {
    end.complete(null);
  }

  @Override
  public final void notPushed(Throwable reason) {
    end.completeExceptionally(reason);
  }
}
