package io.callbox.internal.client.durable;

import io.callbox.internal.concurrent.PushBatcher;
import io.callbox.transport.CallRecord;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A read of the record of one call. */
final class Reading implements PushBatcher.Message {

  /** The size of a record, or of an outcome, in an answer with many. */
  private static final int BYTES = 1 << 10;

  private static final int BYTES_OF_OUTCOME = 64 << 10;

  final String id;

  /** True to read only the outcome of the call. */
  final boolean outcomeOnly;

  /** True if the method matters, too; an outcome does not contain it. */
  final boolean withMethod;

  final CompletableFuture<@Nullable CallRecord> end = new CompletableFuture<>();

  /** Written before {@link #pushed} by the thread that calls it. */
  private @Nullable CallRecord record;

  Reading(String id, boolean outcomeOnly, boolean withMethod) {
    this.id = id;
    this.outcomeOnly = outcomeOnly;
    this.withMethod = withMethod;
  }

  /** A read for a wait, which ends if the call has ended, or is unknown. */
  static Reading of(OutcomeWait ending) {
    Reading reading = new Reading(ending.id(), true, ending.isAttached());
    reading.end.whenComplete(
        (record, failure) -> {
          if (failure == null && (record == null || record.isFinal())) {
            ending.end(record);
          }
        });
    return reading;
  }

  void answered(@Nullable CallRecord newRecord) {
    record = newRecord;
  }

  @Override
  public int bytes() {
    return outcomeOnly ? BYTES_OF_OUTCOME : BYTES;
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
