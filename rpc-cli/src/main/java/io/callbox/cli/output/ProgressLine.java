package io.callbox.cli.output;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A bar that grows in place; redrawn at most ten times a second. Belongs to one thread. */
public final class ProgressLine implements AutoCloseable {

  private static final int WIDTH = 30;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final String what;
  private final PrintWriter out;
  private final boolean shown;
  private long drawnNanos = System.nanoTime() - PAUSE_NANOS;

  ProgressLine(String what, PrintWriter out, boolean shown) {
    this.what = what;
    this.out = out;
    this.shown = shown;
  }

  /** Sets the progress. */
  public void at(long done, long total) {
    long now = System.nanoTime();
    if (shown && (now - drawnNanos >= PAUSE_NANOS || done == total)) {
      drawnNanos = now;
      out.print('\r' + bar(what, done, total));
      out.flush();
    }
  }

  static String bar(String what, long done, long total) {
    int filled = total == 0 ? WIDTH : (int) (WIDTH * Math.min(done, total) / total);
    return String.format(
        Locale.ROOT,
        "%s [%s%s] %d/%d",
        what,
        "#".repeat(filled),
        "-".repeat(WIDTH - filled),
        done,
        total);
  }

  /** Removes the bar. */
  @Override
  public void close() {
    if (shown) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }
}
