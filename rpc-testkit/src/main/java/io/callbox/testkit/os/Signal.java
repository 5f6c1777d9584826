package io.callbox.testkit.os;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What a process can be told by POSIX, and not by Java. */
public enum Signal {
  /** Stops it dead, until {@link #CONT}. */
  STOP,
  /** Has it go on. */
  CONT;

  /** Sends it; returns when it is sent. */
  public void sendTo(Process process) {
    try {
      new ProcessBuilder("kill", "-" + name(), "" + process.pid()).start().onExit().join();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
