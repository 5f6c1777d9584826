package io.callbox.testkit.os;

import java.io.IOException;
import java.io.UncheckedIOException;

/** POSIX signals that Java cannot send. */
public enum Signal {
  /** Stops the process, until {@link #CONT}. */
  STOP,
  /** Lets the process continue. */
  CONT;

  /** Sends the signal; returns when it is sent. */
  public void sendTo(Process process) {
    try {
      Exit.await(new ProcessBuilder("kill", "-" + name(), "" + process.pid()).start());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
