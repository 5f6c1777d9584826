package io.callbox.testkit.os;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ExitTest {

  private static final int KILLED = 137;

  @Test
  void killReturnsWhenTheProcessHasEnded() throws Exception {
    Process process = new ProcessBuilder("sleep", "300").start();
    assertFalse(Exit.within(process, 0));
    Exit.kill(process);
    assertEquals(KILLED, process.exitValue());
  }

  @Test
  void interruptIsKept() throws Exception {
    Process process = new ProcessBuilder("sleep", "300").start();
    Thread.currentThread().interrupt();
    Exit.kill(process);
    assertTrue(Thread.interrupted());
    assertEquals(KILLED, process.exitValue());
  }

  /** Its number belongs to another process now, for which {@code onExit} would wait. */
  @Test
  void processThatEndedLongAgoIsNotWaitedFor() {
    assertDoesNotThrow(() -> Exit.kill(new EndedLongAgo()));
  }

  private static final class EndedLongAgo extends Process {

    @Override
    public CompletableFuture<Process> onExit() {
      return new CompletableFuture<>();
    }

    @Override
    public boolean waitFor(long timeout, TimeUnit unit) {
      return true;
    }

    @Override
    public int waitFor() {
      return 0;
    }

    @Override
    public int exitValue() {
      return 0;
    }

    @Override
    public Process destroyForcibly() {
      return this;
    }

    @Override
    public void destroy() {}

    @Override
    public OutputStream getOutputStream() {
      return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream getInputStream() {
      return InputStream.nullInputStream();
    }

    @Override
    public InputStream getErrorStream() {
      return InputStream.nullInputStream();
    }
  }
}
