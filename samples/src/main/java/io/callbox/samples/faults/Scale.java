package io.callbox.samples.faults;

import java.time.Duration;

/**
 * The size of a scenario.
 *
 * @param kills how many workers to kill
 * @param failovers how often a replica takes its master's place
 * @param calls how many calls to make meanwhile, at least
 * @param outage how long Redis is away
 * @param disturbance how long connections are cut, or load goes on
 * @param backlog how many large requests wait for a node
 * @param scheduled how many durable calls wait for their time
 * @param providers how many a call to all goes to
 */
record Scale(
    int kills,
    int failovers,
    int calls,
    Duration outage,
    Duration disturbance,
    int backlog,
    int scheduled,
    int providers) {

  static final Scale SHORT =
      new Scale(3, 1, 1_000, Duration.ofSeconds(3), Duration.ofSeconds(2), 160, 2_000, 8);

  static final Scale FULL =
      new Scale(
          100, 10, 100_000, Duration.ofSeconds(30), Duration.ofSeconds(20), 10_000, 1_000_000, 50);
}
