package io.callbox.internal.server.stream;

import io.callbox.internal.wire.ErrorBody;
import org.jspecify.annotations.Nullable;

/**
 * The end of a stream that a server produces.
 *
 * @param error an error of the library; null for none
 * @param failure the failure of the producer; null for none
 */
record StreamEnding(@Nullable ErrorBody error, @Nullable Throwable failure) {

  /** The producer has produced all items. */
  static final StreamEnding COMPLETE = new StreamEnding(null, null);

  static StreamEnding of(ErrorBody error) {
    return new StreamEnding(error, null);
  }

  static StreamEnding of(Throwable failure) {
    return new StreamEnding(null, failure);
  }

  /** Sends the end to the caller, after this number of items. */
  void tell(StreamedCall response, long items) {
    if (error != null) {
      response.endStream(items, error);
    } else {
      response.endStream(items, failure);
    }
  }
}
