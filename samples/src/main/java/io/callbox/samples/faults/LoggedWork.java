package io.callbox.samples.faults;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * {@link Work} that appends a line to a file for each run, before it does anything else: what the
 * operating system has taken outlives a {@code kill -9}. Safe for use by many threads.
 */
final class LoggedWork implements Work, Beside {

  /** No channel: an interrupt of one run would close it for all. */
  private final FileOutputStream log;

  /** Work that leaves its traces in this file, which stays open as long as the process. */
  LoggedWork(Path file) {
    try {
      this.log = new FileOutputStream(file.toFile(), true);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public int again(int number, int millis) {
    note("again", number);
    rest(millis);
    return number;
  }

  @Override
  public int once(int number, int millis) {
    note("once", number);
    rest(millis);
    return number;
  }

  @Override
  public int beside(int number, int millis) {
    note("beside", number);
    rest(millis);
    return number;
  }

  @Override
  public int againLater(int number, int millis) {
    note("againLater", number);
    rest(millis);
    return number;
  }

  @Override
  public int onceLater(int number, int millis) {
    note("onceLater", number);
    rest(millis);
    return number;
  }

  @Override
  public List<Integer> unencodable(int number) {
    note("unencodable", number);
    return new AbstractList<>() {
      @Override
      public Integer get(int index) {
        throw new IllegalStateException("nobody may read this");
      }

      @Override
      public int size() {
        return 1;
      }
    };
  }

  @Override
  public int length(String text) {
    return text.length();
  }

  /** Appends a line. */
  void note(String method, int number) {
    String line = method + ' ' + number + '\n';
    try {
      log.write(line.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void rest(int millis) {
    if (millis > 0) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
  }
}
