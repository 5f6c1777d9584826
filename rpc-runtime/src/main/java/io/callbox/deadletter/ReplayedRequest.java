package io.callbox.deadletter;

import com.fasterxml.jackson.core.JsonParser;
import io.callbox.internal.wire.Durability;
import io.callbox.internal.wire.RequestId;
import io.callbox.internal.wire.RequestKey;
import io.callbox.internal.wire.RequestMembers;
import io.callbox.internal.wire.Slice;
import io.callbox.transport.CallStore;
import io.callbox.transport.DeadLetterStore.Replacement;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that is replayed: the same bytes, except for its times and for {@code replayedFrom}.
 *
 * @param message the request
 * @param key the key of its claim
 * @param call the id of its durable call; null if it belongs to none
 * @param keepMillis the time for which the result of such a call is kept
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ReplayedRequest(byte[] message, String key, @Nullable String call, long keepMillis) {

  private static final Duration USUAL = Duration.ofSeconds(30);

  /** The maximum timeout: longer than any that a caller of Callbox may set. */
  private static final long LONGEST_MILLIS = Duration.ofDays(36_500).toMillis();

  /**
   * Makes the request from a dead letter; empty if the letter does not contain a single JSON
   * object.
   */
  static Optional<ReplayedRequest> of(
      byte[] request, String letter, ReplayOptions options, long nowMillis) {
    RequestMembers members = RequestMembers.of(Slice.of(request));
    if (members == null) {
      return Optional.empty();
    }
    Map<String, String> changes = new LinkedHashMap<>();
    if (options.timeout() != null || members.number("deadline") > 0) {
      changes.put("deadline", Long.toString(nowMillis + timeout(members, options)));
    }
    changes.put("sentAt", Long.toString(nowMillis));
    changes.put("replayedFrom", RequestMembers.quoted(letter));
    long keep = Math.max(0, Math.min(members.number("keep"), Durability.LONGEST_MILLIS));
    RequestId id = idOf(members);
    String call = keep > 0 && id.quoted() ? id.text() : null;
    String key = RequestKey.of(members.text("replyTo"), id, id);
    return Optional.of(new ReplayedRequest(members.with(changes), key, call, keep));
  }

  /** Returns this request as the replacement of a dead letter. */
  Replacement replacing(byte[] entry) {
    Duration keep = CallStore.LONGEST_WAIT.plusMillis(keepMillis);
    return new Replacement(entry, message, key, call, keep);
  }

  private static long timeout(RequestMembers members, ReplayOptions options) {
    Duration asked = options.timeout();
    if (asked != null) {
      return Math.min(asked.toMillis(), LONGEST_MILLIS);
    }
    long first = members.number("deadline") - members.number("sentAt");
    boolean told = members.number("sentAt") > 0 && first > 0;
    return told ? Math.min(first, LONGEST_MILLIS) : USUAL.toMillis();
  }

  private static RequestId idOf(RequestMembers members) {
    byte[] raw = members.raw("id");
    if (raw == null) {
      return RequestId.NULL;
    }
    try (JsonParser in = Slice.of(raw).open()) {
      in.nextToken();
      return RequestId.read(in);
    } catch (IOException noId) {
      return RequestId.NULL;
    }
  }
}
