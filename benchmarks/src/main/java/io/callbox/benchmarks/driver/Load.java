package io.callbox.benchmarks.driver;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The load that a client process makes for a while.
 *
 * @param operation the operation that is called
 * @param mode the way in which calls follow each other
 * @param width the number of callers, of outstanding calls, or of calls per second
 * @param payload the number of characters of an echoed text
 * @param time the duration of the load
 */
public record Load(Operation operation, Mode mode, int width, int payload, Duration time) {

  /** The operation that is called. */
  public enum Operation {
    MULTIPLY,
    RELAY,
    ECHO
  }

  /** The way in which calls follow each other. */
  public enum Mode {
    /** So many threads call, each waiting for its reply. */
    BLOCKING,
    /** So many calls are outstanding; each reply starts the next call. */
    ASYNC,
    /** So many calls start each second, whether or not earlier ones are answered. */
    RATE
  }

  /** A load without payload of its own. */
  public static Load of(Operation operation, Mode mode, int width) {
    return new Load(operation, mode, width, 0, Duration.ofSeconds(1));
  }

  /** The same for another while. */
  public Load lasting(Duration other) {
    return new Load(operation, mode, width, payload, other);
  }

  /** An echo of so many characters. */
  public static Load echo(int characters, int width) {
    return new Load(Operation.ECHO, Mode.ASYNC, width, characters, Duration.ofSeconds(1));
  }

  /** Returns the fields that {@link #of(Fields)} reads. */
  public Fields fields() {
    return new Fields(
        Map.of(
            "operation", operation.name(),
            "mode", mode.name(),
            "width", Integer.toString(width),
            "payload", Integer.toString(payload),
            "nanos", Long.toString(time.toNanos())));
  }

  static Load of(Fields fields) {
    return new Load(
        Operation.valueOf(fields.text("operation", "")),
        Mode.valueOf(fields.text("mode", "")),
        fields.whole("width", 1),
        fields.whole("payload", 0),
        Duration.of((long) fields.number("nanos"), TimeUnit.NANOSECONDS.toChronoUnit()));
  }
}
