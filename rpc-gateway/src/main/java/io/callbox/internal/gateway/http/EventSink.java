package io.callbox.internal.gateway.http;

/**
 * Receives the events of one answer. Never blocks: events that a slow reader has not read wait, up
 * to a bound; beyond the bound, the answer ends. Safe for use by many threads.
 */
public interface EventSink {

  /** Returns whether all events have left. If not, leave out events that are not necessary. */
  boolean idle();

  /**
   * Runs a task once, as soon as all events have left; at once if they have. Replaces a task that
   * still waits. Does not run the task if the reader has gone. The task must not block.
   */
  void whenIdle(Runnable task);

  /**
   * Sends an event of any size. The bound is checked before the next event.
   *
   * @param name its name; one word
   * @param data JSON on one line
   */
  void send(String name, byte[] data);

  /** Ends the answer. Later events are dropped. */
  void end();
}
