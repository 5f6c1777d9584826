package io.callbox.internal.gateway.http;

/**
 * Takes the events of one answer. Never blocks: what a slow reader has not read waits, up to a
 * bound; beyond that the reader is given up. Safe for use by many threads.
 */
public interface EventSink {

  /** Whether all that was sent has left: if not, an event that can be left out should be. */
  boolean idle();

  /**
   * Runs a task once, as soon as all that was sent has left: now, if it has. Takes the place of a
   * task that still waits; is never run when nobody reads any more. The task must not block.
   */
  void whenIdle(Runnable task);

  /**
   * Sends an event, of any size: it counts against the bound from the next one on.
   *
   * @param name its name; one word
   * @param data JSON on one line
   */
  void send(String name, byte[] data);

  /** Ends the answer. Later events are dropped. */
  void end();
}
