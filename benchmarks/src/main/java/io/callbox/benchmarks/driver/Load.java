package io.callbox.benchmarks.driver;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a client process is to do for a while.
 *
 * @param operation which call
 * @param mode who waits for whom
 * @param width how many callers, calls outstanding, or calls a second
 * @param payload how long an echoed text is
 * @param time for how long
 */
public record Load(Operation operation, Mode mode, int width, int payload, Duration time) {

  /** Which call. */
  public enum Operation {
    MULTIPLY,
    RELAY,
    ECHO
  }

  /** Who waits for whom. */
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

  /** What {@link #of(Fields)} reads. */
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
