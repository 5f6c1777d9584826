package io.callbox.internal.redisson.connection;

import io.callbox.annotation.Sync;
import io.callbox.internal.redisson.failure.RedisFailure;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The failures for callers whose calls must be on disk or on a replica. */
final class SyncAnswers {

  private SyncAnswers() {}

  /**
   * Translates an answer that Redis cannot give into a failure with advice; passes any other
   * failure on.
   */
  static int checked(Sync sync, @Nullable Integer reached, @Nullable Throwable failure) {
    if (failure != null) {
      throw refusal(sync, failure);
    }
    int count = reached == null ? 0 : reached;
    if (sync == Sync.REPLICAS && count == 0) {
      throw refused(
          StatusCode.UNAVAILABLE,
          "no replica of this Redis keeps up with it: see to one, or submit without Sync.REPLICAS");
    }
    return count;
  }

  private static RuntimeException refusal(Sync sync, Throwable failure) {
    Throwable said = RedisFailure.unwrapped(failure);
    String text = String.valueOf(said.getMessage());
    String command = sync == Sync.AOF ? "WAITAOF" : "WAIT";
    if (text.contains("unknown command")) {
      return refused(
          StatusCode.UNIMPLEMENTED,
          "this Redis has no "
              + command
              + (sync == Sync.AOF ? ", which came with Redis 7.2" : "")
              + ": submit without "
              + named(sync));
    }
    if (text.contains("appendonly is disabled")) {
      return refused(
          StatusCode.UNIMPLEMENTED,
          "this Redis has no append-only file: set appendonly to yes, or submit without Sync.AOF");
    }
    if (text.startsWith("NOPERM")) {
      return refused(
          StatusCode.PERMISSION_DENIED,
          "this user of Redis may not "
              + command
              + ": add it to its rules, or submit without "
              + named(sync));
    }
    return new CompletionException(said);
  }

  /** With a client that renames keys or commands, the server of a key is unknown. */
  static RpcException noConnection(Sync sync) {
    return refused(
        StatusCode.UNIMPLEMENTED,
        "the server is not known, as the Redisson client renames keys or commands, or is no plain"
            + " one: submit without "
            + named(sync));
  }

  private static RpcException refused(StatusCode code, String message) {
    return new RpcException(code, Executed.NO, message);
  }

  private static String named(Sync sync) {
    return "Sync." + sync;
  }

  /** Returns the words after "it is submitted, but". */
  static String missed(Sync sync, Duration bound) {
    String millis = " within " + bound.toMillis() + " ms";
    return sync == Sync.AOF
        ? "Redis did not have it on disk" + millis
        : "no replica had it" + millis;
  }

  /** Returns the same words for a Redis that refuses to answer. */
  static String unknown(Sync sync, Throwable failure) {
    String where = sync == Sync.AOF ? "it is on disk" : "a replica has it";
    return "Redis does not say whether " + where + ": " + RedisFailure.words(failure);
  }
}
