package io.callbox.internal.server;

import io.callbox.internal.wire.ErrorBody;
import io.callbox.internal.wire.PartialRequest;
import io.callbox.internal.wire.RequestId;
import io.callbox.internal.wire.Slice;
import io.callbox.log.MessageLog;
import io.callbox.rpc.StatusCode;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests that are not run: each caller is told why, in as far as it can be told who it
 * is. Safe for use by many threads.
 */
final class Refusals {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final MessageLog REFUSED = MessageLog.of(LOG, "a notification was refused: {}");

  private final ServerSettings settings;
  private final ServerStats stats;

  Refusals(ServerSettings settings, ServerStats stats) {
    this.settings = settings;
    this.stats = stats;
  }

  /** It is no request, or broken. */
  void unreadable(Slice message, ResponseSink answers, IOException unreadable) {
    stats.unreadable();
    refuse(message, answers, Failures.unreadable(unreadable));
  }

  /**
   * Answers a request that could not be read to its end, or a batch that is not taken apart, in as
   * far as it can be told whose it is.
   */
  void refuse(Slice message, ResponseSink answers, ErrorBody error) {
    if (message.isArray()) {
      ResponseSink.Address address = BatchAddress.of(message, settings.namespace());
      answers.answer(address.withoutId(), Failures.written(RequestId.NULL, error));
      return;
    }
    PartialRequest rescue = PartialRequest.of(message);
    RequestId id = rescue.id() == null ? RequestId.NULL : rescue.id();
    answers.answer(ResponseSink.Address.of(rescue), Failures.written(id, error));
  }

  /** The same for what is known to be a request: without an id, it is a notification. */
  void ifCall(Slice message, ResponseSink answers, ErrorBody error) {
    PartialRequest rescue = PartialRequest.of(message);
    if (rescue.id() == null) {
      REFUSED.warn(error.message());
      answers.answer(ResponseSink.Address.of(rescue), null);
    } else {
      refuse(message, answers, error);
    }
  }

  /** It is larger than the node reads. */
  void tooLarge(Slice message, ResponseSink answers) {
    ErrorBody error =
        Failures.refusal(
            StatusCode.RESOURCE_EXHAUSTED,
            "the request has "
                + (message.length() + " bytes, at most ")
                + (settings.maxMessageBytes() + " are allowed"));
    refuse(message, answers, error);
  }
}
