package io.callbox.internal.redisson.client;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for the end of the program: the main method has returned, and all threads that keep a
 * program alive have ended, except Redisson's timers, which keep it alive without work. Then it
 * ends the timers.
 *
 * <p>It has its own daemon thread, which sleeps until one of the other threads ends. Its owner
 * closes it.
 */
final class ProgramEnd implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ProgramEnd.class);

  /** The name of the thread that waits for others once a program's main method has returned. */
  private static final String JVM_WAITS = "DestroyJavaVM";

  private static final String TIMER = "redisson-timer-";
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Thread thread;
  private volatile Runnable end = () -> {};
  private volatile boolean closed;

  ProgramEnd(String threadName) {
    thread = new Thread(this::run, threadName);
    thread.setDaemon(true);
  }

  /** Begins to wait. */
  void start(Runnable newEnd) {
    end = newEnd;
    thread.start();
  }

  private void run() {
    try {
      while (!closed) {
        Thread[] others = others();
        boolean returned = Arrays.stream(others).anyMatch(ProgramEnd::waitsForOthers);
        Optional<Thread> other = Arrays.stream(others).filter(ProgramEnd::keepsAlive).findFirst();
        if (other.isPresent()) {
          other.get().join(LOOK.toMillis());
        } else if (returned) {
          LOG.debug("the program has ended but for its Redis client, which is closed");
          end.run();
          return;
        } else {
          Thread.sleep(LOOK.toMillis());
        }
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
      LOG.debug("{} is closed", thread.getName());
    }
  }

  private static boolean waitsForOthers(Thread thread) {
    return thread.getName().equals(JVM_WAITS);
  }

  private static boolean keepsAlive(Thread thread) {
    return !thread.isDaemon() && !waitsForOthers(thread) && !thread.getName().startsWith(TIMER);
  }

  private static Thread[] others() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    for (ThreadGroup up = root.getParent(); up != null; up = up.getParent()) {
      root = up;
    }
    Thread[] found = new Thread[root.activeCount() + 50];
    int count = root.enumerate(found);
    return Arrays.stream(found, 0, count).filter(Objects::nonNull).toArray(Thread[]::new);
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
