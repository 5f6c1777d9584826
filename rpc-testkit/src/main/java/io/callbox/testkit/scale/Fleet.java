package io.callbox.testkit.scale;

import java.time.Duration;

/**
 * A fleet to simulate. Immutable.
 *
 * @param masters the masters of the cluster, each with an equal part of the slots
 * @param nodes the number of nodes; all of them call
 * @param providers the number of nodes that serve; all serve the same services
 * @param services the number of services; callers call each equally often
 * @param shards the number of queues of each service
 * @param callsPerSecond the calls of all nodes
 * @param together the number of calls that leave together
 * @param cancelled the part of the calls that is cancelled after it was taken
 * @param listeners the number of nodes that listen to the registry
 * @param lease the lease of a node; a heartbeat comes three times in a lease
 */
public record Fleet(
    int masters,
    int nodes,
    int providers,
    int services,
    int shards,
    int callsPerSecond,
    int together,
    double cancelled,
    int listeners,
    Duration lease) {

  /**
   * Creates a fleet in which half of the nodes serve one service on one queue, without listeners
   * and cancellations.
   */
  public static Fleet of(int masters, int nodes, int callsPerSecond) {
    return new Fleet(
        masters, nodes, nodes / 2, 1, 1, callsPerSecond, 1, 0, 0, Duration.ofSeconds(6));
  }

  /** Returns the same fleet with this number of queues for each service. */
  public Fleet spread(int newShards) {
    return new Fleet(
        masters,
        nodes,
        providers,
        services,
        newShards,
        callsPerSecond,
        together,
        cancelled,
        listeners,
        lease);
  }

  /** Returns the same fleet with this part of cancelled calls. */
  public Fleet cancelling(double part) {
    return new Fleet(
        masters,
        nodes,
        providers,
        services,
        shards,
        callsPerSecond,
        together,
        part,
        listeners,
        lease);
  }

  /** Returns the same fleet with this number of listeners. */
  public Fleet heardBy(int newListeners) {
    return new Fleet(
        masters,
        nodes,
        providers,
        services,
        shards,
        callsPerSecond,
        together,
        cancelled,
        newListeners,
        lease);
  }
}
