package io.callbox.testkit.scale;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Simulates the work of the masters of a Redis Cluster for a fleet, step by step: calls, whose
 * commands queue up at the masters with their queues and reply lists; waits; heartbeats; listeners;
 * and cancellations, which a cluster sends to all its masters.
 *
 * <p>Assumptions: each step has the cost in {@link Costs}, whatever else the master does; each
 * master has one core; the network takes 100 µs and loses nothing; implementations take a
 * millisecond; calls, heartbeats and waits come at random times; slots and shards are divided
 * evenly. Memory, bandwidth and the nodes' own work are not simulated.
 *
 * <p>The same seed gives the same run. Not safe for use by many threads.
 *
 * <pre>{@code
 * Fleet fleet = Fleet.of(100, 10_000, 1_000_000).spread(64);
 * System.out.println(FleetSimulation.run(fleet, Costs.ASSUMED, Duration.ofMillis(500)));
 * }</pre>
 */
public final class FleetSimulation {

  private static final double SECOND = 1e6;

  /** The time that a provider waits for a quiet queue. */
  private static final double QUIET = 4 * SECOND;

  /** The number of beats between two reads of all nodes: listeners read them every ten leases. */
  private static final int BEATS_TO_A_READ = 30;

  private static final double NETWORK = 100;
  private static final double WORK = 1_000;
  private static final long SEED = 1;

  private final Fleet fleet;
  private final Costs costs;
  private final double end;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Timeline timeline = new Timeline();
  private final List<Master> masters = new ArrayList<>();
  private final int[] subscribers;
  private final int[] connections;
  private final Latencies latencies = new Latencies();

  /** The masters of the queues of each service. */
  private final int[][] queues;

  /** The master of the reply list of each node. */
  private final int[] replies;

  private final int members;
  private int pushes;

  private FleetSimulation(Fleet fleet, Costs costs, Duration time) {
    this.fleet = fleet;
    this.costs = costs;
    this.end = time.toNanos() / 1e3;
    IntStream.range(0, fleet.masters()).forEach(each -> masters.add(new Master()));
    this.subscribers = new int[fleet.masters()];
    this.connections = new int[fleet.masters()];
    this.members = anywhere();
    this.replies = IntStream.range(0, fleet.nodes()).map(each -> anywhere()).toArray();
    this.queues = new int[fleet.services()][];
    for (int service = 0; service < queues.length; service++) {
      int first = anywhere();
      queues[service] =
          IntStream.range(0, fleet.shards())
              .map(shard -> (first + shard * fleet.masters() / fleet.shards()) % fleet.masters())
              .toArray();
    }
  }

  /** Simulates a fleet for this time; use at least a second if heartbeats matter. */
  public static FleetReport run(Fleet fleet, Costs costs, Duration time) {
    FleetSimulation simulation = new FleetSimulation(fleet, costs, time);
    simulation.begin();
    simulation.timeline.runUntil(simulation.end);
    return simulation.report();
  }

  private int anywhere() {
    return random.nextInt(fleet.masters());
  }

  private void begin() {
    for (int node = 0; node < fleet.nodes(); node++) {
      begin(node);
    }
    double between = SECOND * fleet.together() / fleet.callsPerSecond();
    timeline.add(exponential(between), at -> call(at, between));
    masters.forEach(each -> each.serve(Task.IDLE, 0, costs.idle() * end / SECOND));
  }

  /**
   * Begins the work of a node. A client has one connection to each master, and one for each list
   * that it waits for.
   */
  private void begin(int node) {
    boolean serves = node < fleet.providers();
    double beat = fleet.lease().toNanos() / 3e3;
    int card = anywhere();
    int inbox = anywhere();
    every(beat, at -> beat(at, card, inbox, serves));
    every(SECOND, at -> serve(replies[node], Task.WAITS, at, costs.vain()));
    for (int master = 0; master < connections.length; master++) {
      connections[master]++;
    }
    connections[replies[node]]++;
    if (serves) {
      waitFor(inbox);
      Stream.of(queues).flatMapToInt(IntStream::of).forEach(this::waitFor);
      subscribers[anywhere()]++;
    }
    if (node < fleet.listeners()) {
      every(beat, at -> serve(members, Task.LISTENERS, at, costs.look()));
      every(BEATS_TO_A_READ * beat, this::read);
    }
  }

  private void waitFor(int master) {
    connections[master]++;
    every(QUIET, at -> serve(master, Task.WAITS, at, costs.vain()));
  }

  private void every(double period, Timeline.Step step) {
    timeline.add(random.nextDouble(period), at -> again(at, period, step));
  }

  private void again(double at, double period, Timeline.Step step) {
    step.at(at);
    timeline.add(at + period, later -> again(later, period, step));
  }

  private double exponential(double mean) {
    return -mean * Math.log(1 - random.nextDouble());
  }

  private double serve(int master, Task task, double at, double micros) {
    return masters.get(master).serve(task, at, micros);
  }

  /**
   * Simulates calls. Calls that leave together are pushed, taken, answered and acknowledged
   * together.
   */
  private void call(double at, double between) {
    timeline.add(at + exponential(between), next -> call(next, between));
    int[] shards = queues[random.nextInt(queues.length)];
    int queue = shards[pushes++ % shards.length];
    int replyTo = replies[random.nextInt(replies.length)];
    double step = costs.command() + costs.call() * fleet.together();
    double pushed = serve(queue, Task.REQUESTS, at + NETWORK, step);
    double taken = serve(queue, Task.REQUESTS, pushed, step) + NETWORK;
    timeline.add(taken + WORK, done -> answer(done, at, queue, replyTo));
    if (random.nextDouble() < 1 - Math.pow(1 - fleet.cancelled(), fleet.together())) {
      timeline.add(taken, this::cancel);
    }
  }

  private void answer(double done, double begun, int queue, int replyTo) {
    double step = costs.command() + costs.call() * fleet.together();
    double put = serve(replyTo, Task.RESPONSES, done + NETWORK, step);
    double heard = serve(replyTo, Task.RESPONSES, put, step) + NETWORK;
    serve(queue, Task.REQUESTS, done + NETWORK, step);
    latencies.add(heard - begun - WORK);
  }

  private void cancel(double at) {
    for (int master = 0; master < masters.size(); master++) {
      double told = costs.publish() + costs.heard() * subscribers[master];
      serve(master, Task.CANCELLATIONS, at + NETWORK, told);
    }
  }

  private void beat(double at, int card, int inbox, boolean serves) {
    serve(card, Task.MEMBERS, at, costs.card());
    serve(members, Task.MEMBERS, at, costs.join());
    if (serves) {
      serve(inbox, Task.LEASES, at, costs.renew());
      Stream.of(queues)
          .flatMapToInt(IntStream::of)
          .forEach(queue -> serve(queue, Task.LEASES, at, costs.renew()));
    }
  }

  /** Simulates a read of the cards, which lie on all masters. */
  private void read(double at) {
    serve(members, Task.LISTENERS, at, costs.listed() * fleet.nodes());
    double part = costs.read() * fleet.nodes() / fleet.masters();
    IntStream.range(0, masters.size()).forEach(each -> serve(each, Task.LISTENERS, at, part));
  }

  private FleetReport report() {
    List<FleetReport.Load> loads =
        masters.stream().map(master -> FleetReport.Load.of(master, end)).toList();
    int most = IntStream.of(connections).max().orElse(0);
    return new FleetReport(fleet, loads, most, latencies.at(0.5), latencies.at(0.99));
  }
}
