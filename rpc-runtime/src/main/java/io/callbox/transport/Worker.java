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

  /** Returns the worker's name in a list of providers: {@code node:incarnation}. */
  public String name() {
    return node + ':' + incarnation;
  }
}
