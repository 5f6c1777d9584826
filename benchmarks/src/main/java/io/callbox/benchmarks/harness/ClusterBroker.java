package io.callbox.benchmarks.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A Redis Cluster of some masters without replicas, each with its share of the slots. */
final class ClusterBroker implements Broker {

  /** The beginning of a cluster's address, before the URI of one of its masters. */
  private static final String SCHEME = "cluster:";

  private static final int SLOTS = 16_384;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  private final List<RedisBroker> masters = new ArrayList<>();

  ClusterBroker(int count) {
    try {
      for (int index = 0; index < count; index++) {
        masters.add(RedisBroker.ofCluster());
        int first = SLOTS * index / count;
        int last = SLOTS * (index + 1) / count - 1;
        ask(masters.get(index), "CLUSTER ADDSLOTSRANGE " + first + ' ' + last);
      }
      masters.forEach(master -> ask(masters.get(0), "CLUSTER MEET " + master.place()));
      masters.forEach(master -> awaitAll(master, count));
    } catch (RuntimeException unable) {
      close();
      throw unable;
    }
  }

  private static void awaitAll(RedisBroker master, int count) {
    long end = System.nanoTime() + PATIENCE;
    String state = "";
    while (!(state.contains("cluster_state:ok") && state.contains("cluster_size:" + count))) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("no cluster: " + state);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      state = ask(master, "CLUSTER INFO");
    }
  }

  private static String ask(RedisBroker master, String command) {
    return RedisWire.ask(master.port(), command);
  }

  @Override
  public String address() {
    return SCHEME + masters.get(0).address();
  }

  @Override
  public List<Long> pids() {
    return masters.stream().flatMap(master -> master.pids().stream()).toList();
  }

  @Override
  public List<Long> commandsOfEach() {
    return masters.stream().map(RedisBroker::commands).toList();
  }

  @Override
  public long commands() {
    return masters.stream().mapToLong(RedisBroker::commands).sum();
  }

  @Override
  public void close() {
    masters.forEach(RedisBroker::close);
  }
}
