package io.callbox.testkit.scale;

/**
 * What steps cost a master, in microseconds of its one thread. Immutable.
 *
 * @param command each command that a client sends, reading and writing its connection included
 * @param call what each call adds to each command that it travels with
 * @param join a heartbeat's step on the list of nodes
 * @param card a heartbeat's step on a node's record
 * @param renew the renewal of a lease on a queue
 * @param vain a wait in which nothing comes
 * @param look a listener's look, which counts the nodes
 * @param listed what each node adds to a read of the list of nodes
 * @param read a node's record, read by a listener
 * @param publish a message that is published, at each master of a cluster
 * @param heard what each subscriber adds to it
 * @param idle what a master has to do without anybody's asking, in microseconds a second
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
   * What {@code docs/scale.md} assumes. The first two are of the order of what {@code
   * benchmarks.jar one} and {@code masters} show; the others were measured with Redis 7.0.15 on a
   * busy machine of two cores.
   */
  public static final Costs ASSUMED = new Costs(5, 0.5, 10, 8, 9, 14, 17, 0.7, 1.7, 4, 0.1, 10_000);
}
