package io.callbox.benchmarks.harness;

import io.callbox.benchmarks.driver.Fields;

/**
 * One measurement of one contestant.
 *
 * @param client what the client process said
 * @param cpuMicros of client, servers and broker, per call
 * @param clientCpuMicros of the client alone, per call
 * @param brokerCpuMicros of the broker alone, per call
 * @param waits how often a thread of client or servers gave its processor up to wait, per call
 * @param commands of Redis per call, those in scripts included
 * @param clientBytes allocated by the client, per call
 * @param serverBytes allocated by the servers, per call
 */
public record Sample(
    Fields client,
    double cpuMicros,
    double clientCpuMicros,
    double brokerCpuMicros,
    double waits,
    double commands,
    double clientBytes,
    double serverBytes) {

  /** Calls a second. */
  public double rate() {
    return client.number("calls") * 1e9 / client.number("nanos");
  }

  /** Median latency in microseconds. */
  public double median() {
    return client.number("p50");
  }

  /** The latency in microseconds that one call in a hundred exceeds. */
  public double p99() {
    return client.number("p99");
  }
}
