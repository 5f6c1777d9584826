package io.callbox.internal.client;

import io.callbox.internal.concurrent.PushBatcher;
import io.callbox.transport.CallRecord;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A question for the record of one call. */
final class Reading implements PushBatcher.Message {

  /** What a record takes up in an answer that is read at once, and one with its result. */
  private static final int BYTES = 1 << 10;

  private static final int BYTES_WITH_RESULT = 64 << 10;

  final String id;
  final boolean withResult;
  final CompletableFuture<@Nullable CallRecord> end = new CompletableFuture<>();

  /** Written before {@link #pushed} by the thread that calls it. */
  private @Nullable CallRecord record;

  Reading(String id, boolean withResult) {
    this.id = id;
    this.withResult = withResult;
  }

  void answered(@Nullable CallRecord newRecord) {
    record = newRecord;
  }

  @Override
  public int bytes() {
    return withResult ? BYTES_WITH_RESULT : BYTES;
  }

  @Override
  public void pushed() {
    end.complete(record);
  }

  @Override
  public void notPushed(Throwable reason) {
    end.completeExceptionally(reason);
  }
}
