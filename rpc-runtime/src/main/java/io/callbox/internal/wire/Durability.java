package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.annotation.Sync;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The members that make a request a durable call.
 *
 * @param keepMillis the time for which its record is kept after the end, in milliseconds
 * @param notBefore the earliest time when it may run, in milliseconds of the epoch by Redis's
 *     clock; 0 for at once
 * @param timeoutMillis the maximum duration of one run, in milliseconds; 0 for the timeout of its
 *     method
 * @param sync the place where its record must say that it runs before it runs, if its method is not
 *     idempotent; {@code NONE} for no such place; null for that of its method
 * @param doneTo the channel on which its sender receives its result; null for none
 */
public record Durability(
    long keepMillis,
    long notBefore,
    long timeoutMillis,
    @Nullable Sync sync,
    @Nullable String doneTo) {

  /** The maximum time for which a record is kept, or a run may take. */
  public static final long LONGEST_MILLIS = 366L * 24 * 60 * 60 * 1_000;

  /** The latest time that a request may name. */
  public static final Instant LATEST = Instant.ofEpochMilli(EpochMillis.LATEST);

  /** Writes the members, in an object. */
  void write(JsonGenerator out) throws IOException {
    out.writeNumberField("keep", keepMillis);
    if (notBefore > 0) {
      out.writeNumberField("notBefore", notBefore);
    }
    if (timeoutMillis > 0) {
      out.writeNumberField("timeout", timeoutMillis);
    }
    if (sync == Sync.NONE) { // older nodes use the method's sync
      out.writeBooleanField("unsynced", true);
    } else if (sync != null) {
      out.writeStringField("sync", sync.name());
    }
    if (doneTo != null) {
      out.writeStringField("doneTo", doneTo);
    }
  }

  /** Returns the method of a request, without its service, in the form of a record. */
  public static String methodOf(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
