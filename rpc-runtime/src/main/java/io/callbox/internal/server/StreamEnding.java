package io.callbox.internal.server;

import io.callbox.internal.wire.ErrorBody;
import org.jspecify.annotations.Nullable;

/**
 * With what a stream ends that its server gives.
 *
 * @param error an error of the library's own; null for none
 * @param failure what the producer failed with; null for nothing
 */
record StreamEnding(@Nullable ErrorBody error, @Nullable Throwable failure) {

  /** The producer has given all. */
  static final StreamEnding COMPLETE = new StreamEnding(null, null);

  static StreamEnding of(ErrorBody error) {
    return new StreamEnding(error, null);
  }

  static StreamEnding of(Throwable failure) {
    return new StreamEnding(null, failure);
  }

  /** Tells the caller, after so many items. */
  void tell(ServerCall call, long items) {
    if (error != null) {
      call.end(items, error, true);
    } else {
      call.end(items, failure);
    }
  }
}
