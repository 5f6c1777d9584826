package io.callbox.internal.server.durable;

import io.callbox.internal.server.reply.Failures;
import io.callbox.internal.server.reply.ResponseSink;
import io.callbox.internal.server.service.ServiceTable;
import io.callbox.internal.wire.Durability;
import io.callbox.internal.wire.ErrorBody;
import io.callbox.internal.wire.Request;
import io.callbox.internal.wire.RequestId;
import io.callbox.rpc.DurableOptions;
import io.callbox.rpc.StatusCode;
import org.jspecify.annotations.Nullable;

/** Checks durable requests. */
final class DurableChecks {

  private DurableChecks() {}

  /**
   * Returns the reason why a request cannot be a durable call; null if it can. Such a request has
   * no record, so its sender receives an ordinary answer.
   */
  static @Nullable ErrorBody malformed(Request head, ResponseSink answers) {
    RequestId id = head.id();
    Durability durability = head.durability();
    if (answers.delivery() == null || answers.delivery().taken() == null) {
      return invalid("a durable request is an element of its own, and needs AckMode.ON_ANSWER");
    }
    if (durability == null || durability.keepMillis() < 1) {
      return invalid("keep must be milliseconds above 0");
    }
    try {
      if (id == null || !id.quoted()) {
        return invalid("a durable request has an id that is a string");
      }
      DurableOptions.checkedId(id.text());
      return null;
    } catch (IllegalArgumentException malformed) {
      return invalid(malformed.getMessage());
    }
  }

  static ErrorBody invalid(@Nullable String why) {
    return Failures.refusal(StatusCode.INVALID_REQUEST, "Invalid Request: " + why);
  }

  /** Returns the reason why a method does not accept durable calls; null if it does. */
  static @Nullable ErrorBody undurable(ServiceTable.Entry entry) {
    return entry.method().durable() == null
        ? Failures.refusal(
            StatusCode.INVALID_REQUEST, entry.method() + " is not @Durable: call it without keep")
        : null;
  }
}
