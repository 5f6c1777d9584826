package io.callbox.testkit.scale;

import java.time.Duration;

/**
 * A fleet, as it is simulated. Immutable.
 *
 * @param masters of the cluster, each with an equal part of the slots
 * @param nodes how many there are; all call
 * @param providers how many of them serve, all of them the same services
 * @param services how many they serve; callers call each as often
 * @param shards over how many queues each service is spread
 * @param callsPerSecond of all nodes
 * @param together how many calls leave together
 * @param cancelled which part of the calls is given up after it was taken
 * @param listeners how many nodes listen to the registry
 * @param lease of a node; a beat is a third
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

  /** So many nodes, half of which serve one service on a queue; nobody listens or gives up. */
  public static Fleet of(int masters, int nodes, int callsPerSecond) {
    return new Fleet(
        masters, nodes, nodes / 2, 1, 1, callsPerSecond, 1, 0, 0, Duration.ofSeconds(6));
  }

  /** The same, each service on so many queues. */
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

  /** The same, of whose calls such a part is given up. */
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

  /** The same, with so many listeners. */
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
