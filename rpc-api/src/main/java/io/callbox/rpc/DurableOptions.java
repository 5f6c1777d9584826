package io.callbox.rpc;

import io.callbox.annotation.Sync;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The options of a durable call. Immutable: each setter returns a copy.
 *
 * @param call the headers, and the maximum duration of one run; if that is null, the method's value
 *     counts
 * @param id the id; null for a new one that nobody can guess
 * @param orFail whether the call is refused if its id is in use; otherwise it joins the other call
 * @param after the minimum time that the call waits; null for none, or until {@code at}
 * @param at when it may run at the earliest, by Redis's clock; null for any time
 * @param sync the place where the call must be stored before its submission returns; null for the
 *     method's value
 * @param async whether a submission returns at once, and its handle tells when Redis knows the call
 */
public record DurableOptions(
    CallOptions call,
    @Nullable String id,
    boolean orFail,
    @Nullable Duration after,
    @Nullable Instant at,
    @Nullable Sync sync,
    boolean async) {

  /** The maximum length of an id, in characters. */
  public static final int LONGEST_ID = 128;

  /** The defaults: no option is set. */
  public static final DurableOptions DEFAULT =
      new DurableOptions(CallOptions.DEFAULT, null, false, null, null, null, false);

  /** A copy whose run may take at most this long. */
  public DurableOptions withTimeout(Duration timeout) {
    return new DurableOptions(call.withTimeout(timeout), id, orFail, after, at, sync, async);
  }

  /** A copy with this header set; an earlier value of the same name is replaced. */
  public DurableOptions withHeader(String name, String value) {
    return new DurableOptions(call.withHeader(name, value), id, orFail, after, at, sync, async);
  }

  /** A copy with these headers instead. */
  public DurableOptions replacing(CallOptions newCall) {
    return new DurableOptions(newCall, id, orFail, after, at, sync, async);
  }

  /**
   * A copy with this id.
   *
   * @throws IllegalArgumentException if it is not a valid id: see {@link #checkedId}
   */
  public DurableOptions withId(String newId) {
    return new DurableOptions(call, checkedId(newId), orFail, after, at, sync, async);
  }

  /** A copy whose submission fails with {@link StatusCode#ALREADY_EXISTS} if its id is in use. */
  public DurableOptions orFailing() {
    return new DurableOptions(call, id, true, after, at, sync, async);
  }

  /** A copy that does not run before this time has passed; replaces {@code at}. */
  public DurableOptions after(Duration delay) {
    if (delay.isNegative()) {
      throw new IllegalArgumentException("a delay must not be negative, got " + delay);
    }
    return new DurableOptions(call, id, orFail, delay, null, sync, async);
  }

  /** A copy that does not run before this time, by Redis's clock; replaces {@code after}. */
  public DurableOptions at(Instant time) {
    return new DurableOptions(call, id, orFail, null, time, sync, async);
  }

  /** A copy whose submission returns when the call is stored there. */
  public DurableOptions withSync(Sync newSync) {
    return new DurableOptions(call, id, orFail, after, at, newSync, async);
  }

  /** A copy whose submission returns at once: see {@link CallHandle#accepted}. */
  public DurableOptions submittingAsync() {
    return new DurableOptions(call, id, orFail, after, at, sync, true);
  }

  /**
   * Checks the id of a durable call, which is part of a key.
   *
   * @return the id
   * @throws IllegalArgumentException unless it is 1 to 128 visible ASCII characters
   */
  public static String checkedId(String id) {
    boolean visible = true;
    for (int at = 0; at < id.length(); at++) {
      visible &= id.charAt(at) > ' ' && id.charAt(at) < 127;
    }
    if (id.isEmpty() || id.length() > LONGEST_ID || !visible) {
      throw new IllegalArgumentException(
          "an id is 1 to " + LONGEST_ID + " visible ASCII characters, without spaces");
    }
    return id;
  }
}
