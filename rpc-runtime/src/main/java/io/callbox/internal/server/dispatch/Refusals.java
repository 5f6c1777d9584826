package io.callbox.internal.server.dispatch;

import io.callbox.internal.server.reply.BatchAddress;
import io.callbox.internal.server.reply.Failures;
import io.callbox.internal.server.reply.ResponseSink;
import io.callbox.internal.server.settings.ServerSettings;
import io.callbox.internal.server.stats.ServerStats;
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
 * Answers requests that do not run. It tells each caller the reason, as far as the caller can be
 * found. Safe for use by many threads.
 */
public final class Refusals {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final MessageLog REFUSED = MessageLog.of(LOG, "a notification was refused: {}");

  private final ServerSettings settings;
  private final ServerStats stats;

  public Refusals(ServerSettings settings, ServerStats stats) {
    this.settings = settings;
    this.stats = stats;
  }

  /** Refuses a message that is not a request, or is broken. */
  public void unreadable(Slice message, ResponseSink answers, IOException unreadable) {
    stats.unreadable();
    refuse(message, answers, Failures.unreadable(unreadable));
  }

  /**
   * Answers a request that could not be read to its end, or a batch that is not split, as far as
   * its caller can be found.
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

  /**
   * Does the same for a message that is known to be a request: without an id, it is a notification.
   */
  public void ifCall(Slice message, ResponseSink answers, ErrorBody error) {
    PartialRequest rescue = PartialRequest.of(message);
    if (rescue.id() == null) {
      REFUSED.warn(error.message());
      answers.answer(ResponseSink.Address.of(rescue), null);
    } else {
      refuse(message, answers, error);
    }
  }

  /** Refuses a message that is larger than the node reads. */
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
