package io.callbox.deadletter;

import io.callbox.internal.inspect.ShownRequest;
import io.callbox.internal.wire.DeadLetterEntry;
import io.callbox.internal.wire.EpochMillis;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A request that was given up on. Immutable. Other programs have written all components except
 * {@link #id} and {@link #mayHaveRun}: escape them before you show them.
 *
 * @param id 20 hexadecimal digits, unique in its queue; does not change
 * @param reason the reason why it was given up on, a sentence
 * @param at the time when it was given up on, by the broker's clock; null if unknown
 * @param attempts the number of workers that had taken it; 0 if unknown
 * @param worker the worker that took it last, {@code node:incarnation}; null if unknown
 * @param mayHaveRun whether it may have run, and does harm if it runs again
 * @param caller the node that made the call; null if the request does not say
 * @param method {@code Service.method}; empty if the request does not say
 * @param error the exception that its implementation threw; null if that is not the reason
 * @param replayedFrom the id of the dead letter whose replay this request is; null if it is no
 *     replay
 * @param request the request, usually JSON, without the secrets of its id and its reply list
 */
public record DeadLetter(
    String id,
    String reason,
    @Nullable Instant at,
    int attempts,
    @Nullable String worker,
    boolean mayHaveRun,
    @Nullable String caller,
    String method,
    @Nullable Failure error,
    @Nullable String replayedFrom,
    String request) {

  /**
   * An exception that an implementation threw.
   *
   * @param type the name of the exception's class
   * @param message its message
   */
  public record Failure(String type, String message) {}

  static DeadLetter of(byte[] bytes) {
    DeadLetterEntry entry = DeadLetterEntry.read(bytes);
    ShownRequest request = ShownRequest.of(entry.request());
    DeadLetterEntry.Thrown error = entry.error();
    return new DeadLetter(
        idOf(bytes),
        entry.reason(),
        EpochMillis.instantIfTold(entry.at()),
        entry.attempts(),
        entry.worker(),
        entry.mayHaveRun(),
        request.caller(),
        request.method(),
        error == null ? null : new Failure(error.type(), error.message()),
        request.replayedFrom(),
        request.text());
  }

  static String idOf(byte[] entry) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(entry), 0, 10);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-1", impossible);
    }
  }
}
