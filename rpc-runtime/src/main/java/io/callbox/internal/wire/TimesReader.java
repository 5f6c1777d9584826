package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.callbox.rpc.CallTimes;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects the server's times from one response. Invalid times are ignored, because a figure is no
 * reason to lose a result.
 */
final class TimesReader {

  static final String QUEUED = "queuedMicros";
  static final String RAN = "ranMicros";

  private static final long NOT_SAID = -1;

  /** The maximum time; a longer one does not fit into nanoseconds. */
  static final long LONGEST = Long.MAX_VALUE / 1_000;

  private long queued = NOT_SAID;
  private long ran = NOT_SAID;

  /**
   * Reads a member of the response if it is a time. {@code in} stands on its value and stays there.
   */
  void see(String name, JsonParser in) throws IOException {
    switch (name) {
      case QUEUED -> queued = micros(in);
      case RAN -> ran = micros(in);
      default -> {} // not a time
    }
  }

  /** Passes the times to the listener, if there is one: both figures, or none. */
  void tell(@Nullable Consumer<CallTimes> listener) {
    if (listener != null && queued != NOT_SAID && ran != NOT_SAID) {
      listener.accept(new CallTimes(queued, ran));
    }
  }

  private static long micros(JsonParser in) throws IOException {
    if (in.currentToken() != JsonToken.VALUE_NUMBER_INT
        || in.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      return NOT_SAID;
    }
    long micros = in.getLongValue();
    return micros < 0 || micros > LONGEST ? NOT_SAID : micros;
  }
}
