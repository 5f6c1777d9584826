package io.callbox.cli.command;

import io.callbox.cli.output.ProgressLine;
import io.callbox.deadletter.BulkProgress;
import java.time.Duration;

/**
 * The progress of a step for many dead letters, which an interrupt of the program ends early. The
 * program then waits until its command has printed its report. Belongs to one thread.
 */
final class InterruptibleProgress implements BulkProgress, AutoCloseable {

  /** The exit code of a program that Ctrl-C has ended, as shells report it. */
  static final int INTERRUPTED = 130;

  private static final Duration LAST_WORDS = Duration.ofSeconds(10);

  private final ProgressLine line;
  private final Thread hook = new Thread(this::stop, "callbox-interrupted");
  private volatile boolean stopped;

  InterruptibleProgress(ProgressLine line) {
    this.line = line;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Stops the step. The program ends when its command has ended, or after some seconds. */
  private void stop() {
    stopped = true;
    try {
      Thread.sleep(LAST_WORDS.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void at(int looked, int total) {
    line.at(looked, total);
  }

  @Override
  public boolean stops() {
    return stopped;
  }

  /** Removes the line. */
  @Override
  public void close() {
    line.close();
    if (!stopped) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException ending) {
        stopped = true; // the program was interrupted just now
      }
    }
  }
}
