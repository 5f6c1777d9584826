package io.callbox.transport;

/**
 * One start of a node that takes requests. A node that starts again is another worker.
 *
 * @param node the node's id
 * @param incarnation distinguishes this start from earlier ones
 */
public record Worker(String node, String incarnation) {

  /** The worker of this {@link #name}. */
  public static Worker named(String name) {
    int colon = name.lastIndexOf(':');
    return new Worker(name.substring(0, Math.max(0, colon)), name.substring(colon + 1));
  }

  /**
   * Returns the name of the worker that makes a run of a durable call; empty if the run does not
   * say.
   *
   * @param run the worker's name, a slash and a number
   */
  public static String nameOf(String run) {
    return run.substring(0, Math.max(0, run.lastIndexOf('/')));
  }

  /** Returns the worker's name in a list of providers: {@code node:incarnation}. */
  public String name() {
    return node + ':' + incarnation;
  }
}
