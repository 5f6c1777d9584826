package io.callbox.testkit.scale;

/**
 * The costs of steps for a master, in microseconds of its single thread. Immutable.
 *
 * @param command each command that a client sends, reading and writing its connection included
 * @param call the additional cost of each call in a command
 * @param join a heartbeat's step on the list of nodes
 * @param card a heartbeat's step on a node's card
 * @param renew the renewal of a lease on a queue
 * @param vain a wait without a message
 * @param look a listener's look, which counts the nodes
 * @param listed the additional cost of each node in a read of the list of nodes
 * @param read a listener's read of a node's card
 * @param publish a published message, at each master of a cluster
 * @param heard the additional cost of each subscriber
 * @param idle the work of an idle master, in microseconds a second
 */
public record Costs(
    double command,
    double call,
    double join,
    double card,
    double renew,
    double vain,
    double look,
    double listed,
    double read,
    double publish,
    double heard,
    double idle) {

  /**
   * The assumptions of {@code docs/scale.md}. The first two have the order of the figures of {@code
   * benchmarks.jar one} and {@code masters}; the others were measured with Redis 7.0.15 on a busy
   * machine with two cores.
   */
  public static final Costs ASSUMED = new Costs(5, 0.5, 10, 8, 9, 14, 17, 0.7, 1.7, 4, 0.1, 10_000);
}
