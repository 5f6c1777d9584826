package io.callbox.log;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/**
 * Writes log lines of one kind that messages cause. A sender of messages must not be able to fill a
 * log or to forge its lines. So there are at most ten lines of a kind in ten seconds, the next line
 * says how many were left out, and all inserted values are {@link Printable}, including exceptions.
 *
 * <p>Safe for use by many threads.
 *
 * <pre>{@code
 * private static final MessageLog LOST = MessageLog.of(LOG, "a reply was lost: {}");
 * LOST.warn(failure.getMessage());
 * }</pre>
 */
public final class MessageLog {

  private static final int MAX_LINES = 10;
  private static final long WINDOW_NANOS = Duration.ofSeconds(10).toNanos();
  private static final int NOT_NOW = -1;

  private final Logger log;
  private final String format;
  private final LongSupplier nanoTime;
  private final int maxLines;
  private final long windowNanos;

  /** The time of the first line of this window. */
  @GuardedBy("this")
  private long windowStart;

  @GuardedBy("this")
  private int lines;

  @GuardedBy("this")
  private int leftOut;

  MessageLog(Logger log, String format, LongSupplier nanoTime) {
    this(log, format, nanoTime, MAX_LINES, WINDOW_NANOS);
  }

  private MessageLog(
      Logger log, String format, LongSupplier nanoTime, int maxLines, long windowNanos) {
    this.log = log;
    this.format = format;
    this.nanoTime = nanoTime;
    this.maxLines = maxLines;
    this.windowNanos = windowNanos;
  }

  /**
   * Creates a kind of lines with a maximum number per minute.
   *
   * @param nanoTime the ticks that measure minutes
   */
  public static MessageLog of(Logger log, String format, int perMinute, LongSupplier nanoTime) {
    return new MessageLog(log, format, nanoTime, perMinute, Duration.ofMinutes(1).toNanos());
  }

  /**
   * Creates a kind of lines.
   *
   * @param format their text, with a {@code {}} for each value to be inserted
   */
  public static MessageLog of(Logger log, String format) {
    return new MessageLog(log, format, System::nanoTime);
  }

  /** Writes a line. */
  public void warn(@Nullable Object... inserted) {
    int before = log.isWarnEnabled() ? admit() : NOT_NOW;
    if (before != NOT_NOW) {
      log.warn(text(before), printable(inserted, null));
    }
  }

  /** Writes a line, and the stack trace of the failure. */
  public void warn(Throwable failure, @Nullable Object... inserted) {
    int before = log.isWarnEnabled() ? admit() : NOT_NOW;
    if (before != NOT_NOW) {
      log.warn(text(before), printable(inserted, failure));
    }
  }

  /**
   * Writes a line at the given level, and the stack trace of the failure.
   *
   * @return whether it is in the log
   */
  public boolean write(Level level, Throwable failure, @Nullable Object... inserted) {
    int before = log.isEnabledForLevel(level) ? admit() : NOT_NOW;
    if (before != NOT_NOW) {
      log.atLevel(level)
          .setCause(PrintableFailure.of(failure))
          .log(text(before), printable(inserted, null));
    }
    return before != NOT_NOW;
  }

  /** Writes a line, and the stack trace of a failure that should never happen. */
  public void error(Throwable failure, @Nullable Object... inserted) {
    int before = log.isErrorEnabled() ? admit() : NOT_NOW;
    if (before != NOT_NOW) {
      log.error(text(before), printable(inserted, failure));
    }
  }

  /**
   * Returns how many lines were left out since the last; {@link #NOT_NOW} if this one is left out,
   * too. Guard against race between threads that write lines of this kind.
   */
  private synchronized int admit() {
    long now = nanoTime.getAsLong();
    if (now - windowStart >= windowNanos || lines == 0) {
      windowStart = now;
      lines = 0;
    }
    if (lines == maxLines) {
      leftOut++;
      return NOT_NOW;
    }
    lines++;
    int before = leftOut;
    leftOut = 0;
    return before;
  }

  private String text(int before) {
    return before == 0 ? format : format + " (" + before + " lines like this were left out before)";
  }

  private static Object[] printable(@Nullable Object[] inserted, @Nullable Throwable failure) {
    Object[] printable = new Object[inserted.length + (failure == null ? 0 : 1)];
    for (int at = 0; at < inserted.length; at++) {
      printable[at] = Printable.of(inserted[at]);
    }
    if (failure != null) {
      printable[inserted.length] = PrintableFailure.of(failure);
    }
    return printable;
  }
}
