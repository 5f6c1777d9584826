package io.callbox.testkit.network;

import io.callbox.testkit.Nodes;
import io.callbox.testkit.time.Timers;
import io.callbox.testkit.time.VirtualClock;
import io.callbox.transport.Transport;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A network between nodes and their broker, whose links a test cuts and whose messages get lost,
 * late, or arrive twice. Lies over any transport: in memory, where its time may be a test's, or
 * Redis.
 *
 * <p>What becomes of a call is decided by the seed, its caller, and which of its caller's calls it
 * is: the same seed decides the same way in each run, as long as each node makes its calls in the
 * same order. When they happen to run is up to real threads, unless the network is {@linkplain
 * #inLockstep in lockstep}: there the same seed gives the same run.
 *
 * <p>A reply to a caller that names no reply queue of its own always arrives. Safe for use by many
 * threads. Owns nothing: the broker is closed by whoever made it, after the nodes.
 *
 * <pre>{@code
 * VirtualClock clock = new VirtualClock();
 * SimulatedNetwork network = SimulatedNetwork.inMemory(clock, 42);
 * network.faults(Faults.LABRPC_UNRELIABLE);
 * RpcNode.builder("a").transport(network.transport("a"));
 * }</pre>
 */
public final class SimulatedNetwork {

  private static final Duration LONGEST_STEP = Duration.ofSeconds(1);

  final Transport broker;
  final Timers timers;
  final Topology topology = new Topology();
  final Meter meter = new Meter();
  final RequestPath requests = new RequestPath(this);
  final ReplyPath replies = new ReplyPath(this);

  final @Nullable Lockstep lockstep;
  final Trace trace;

  private final Patience patience = new Patience(meter);
  private final Map<String, NodeLink> ends = new ConcurrentHashMap<>();
  final AtomicLong refusals = new AtomicLong();
  private volatile Fates fates;

  private SimulatedNetwork(Transport broker, long seed, @Nullable Lockstep lockstep, Trace trace) {
    this.broker = broker;
    this.timers = Timers.of(broker.clock());
    this.lockstep = lockstep;
    this.trace = trace;
    this.fates = new Fates(seed, lockstep != null);
  }

  /** A network without faults, so far, over a broker. */
  public static SimulatedNetwork over(Transport broker, long seed) {
    return new SimulatedNetwork(broker, seed, null, new Trace(broker.clock(), false));
  }

  /** A network without faults, so far, within this process and in the time of a clock. */
  public static SimulatedNetwork inMemory(VirtualClock clock, long seed) {
    return over(new InMemoryTransport(clock), seed);
  }

  /**
   * A network where one thing happens at a time, each when all that follows from the one before is
   * done, so that the same seed gives the same run, which {@link #trace} tells. Each message takes
   * up to a tenth of a millisecond more than its faults say, which puts those of the same moment in
   * an order of the seed's.
   *
   * <p>That holds for a new network and clock, on which one thread starts nodes with {@link
   * #nodes}, makes asynchronous calls, and lets things happen with {@link #await} or {@link
   * VirtualClock#advance}. A blocking call of that thread is refused with {@code INTERNAL}, and a
   * future that it waits for in any other way never completes. Not ordered are the calls of several
   * threads, those that closing their node ends, and whatever waits in real time. Nodes retry in
   * virtual time, and have no executor of the test's.
   */
  public static SimulatedNetwork inLockstep(VirtualClock clock, long seed) {
    InMemoryTransport broker = new InMemoryTransport(clock);
    Trace trace = new Trace(clock, true);
    return new SimulatedNetwork(broker, seed, new Lockstep(clock, broker, trace, seed), trace);
  }

  /** Nodes on this network. */
  public Nodes nodes() {
    return lockstep == null ? Nodes.over(broker, this::transport) : lockstep.nodes(this);
  }

  /**
   * A new end for a node, in place of the one it had.
   *
   * @throws IllegalStateException in lockstep, where all nodes are of {@link #nodes}
   */
  public Transport transport(String node) {
    if (lockstep != null) {
      throw new IllegalStateException("on a network in lockstep, nodes() starts the nodes");
    }
    return newEnd(node);
  }

  Transport newEnd(String node) {
    NodeLink end = new NodeLink(node, ends.get(node));
    ends.put(node, end);
    EndTransport transport = new EndTransport(this, end);
    return lockstep == null ? transport : new StepTransport(transport, lockstep.at(end));
  }

  /**
   * What decides from now on. For a new run, on a network where nothing is under way; where nodes
   * are in their beat, and in the count of their calls, stays as it is.
   */
  public void seed(long seed) {
    fates = new Fates(seed, lockstep != null);
    if (lockstep != null) {
      lockstep.seed(seed);
    }
    meter.forgetBusy();
  }

  /** What decides. */
  public long seed() {
    return fates.seed();
  }

  /** The faults of all that have none of their own. */
  public void faults(Faults faults) {
    topology.faults(faults);
  }

  /** The faults of what a node sends, requests and replies. */
  public void faults(String node, Faults faults) {
    topology.faults(node, faults);
  }

  /**
   * The faults of what a node sends to another. Requests to a queue that several nodes serve are no
   * link's: who takes them is not known yet.
   */
  public void faults(String from, String to, Faults faults) {
    topology.faults(from, to, faults);
  }

  /** Cuts a node off, or lets it back: all that it tries meanwhile fails. */
  public void enable(String node, boolean enabled) {
    end(node).enable(enabled);
  }

  /**
   * Ends a node as a crash would, in mid-call if it has one: what runs runs on, and its reply is
   * withheld. Its leases end by and by. The node is still to be closed by its owner.
   */
  public void delete(String node) {
    end(node).delete();
  }

  /** Loses what goes from one node to another, one way: requests, or replies. */
  public void disconnect(String from, String to) {
    topology.cut(from, to);
  }

  /** Undoes {@link #disconnect}. */
  public void connect(String from, String to) {
    topology.mend(from, to);
  }

  /** Loses what goes between two groups of nodes, both ways. */
  public void partition(Collection<String> some, Collection<String> others) {
    for (String one : some) {
      for (String other : others) {
        disconnect(one, other);
        disconnect(other, one);
      }
    }
  }

  /** Connects all with all. */
  public void heal() {
    topology.mendAll();
  }

  /**
   * What has happened so far on a network in lockstep, each with its virtual time: the same in each
   * run of a seed.
   */
  public List<String> trace() {
    return trace.lines();
  }

  /** What has been carried so far. */
  public Traffic traffic() {
    return meter.traffic();
  }

  /**
   * Lets time pass until a call ends, as soon as only time can change anything.
   *
   * @throws IllegalStateException unless the network is in virtual time, or if the call has not
   *     ended after an hour of it
   */
  public void await(CompletableFuture<?> call) {
    if (!(broker.clock() instanceof VirtualClock clock)) {
      throw new IllegalStateException("only a virtual clock can be moved");
    }
    Duration end = clock.elapsed().plusHours(1);
    boolean timeout = false;
    while (lockstep == null ? !patience.hasEnded(call, timeout, isWhole()) : !call.isDone()) {
      timeout = !clock.advanceToNext(LONGEST_STEP);
      if (clock.elapsed().compareTo(end) > 0) {
        throw new IllegalStateException("a call has not ended within an hour");
      }
    }
  }

  private boolean isWhole() {
    return ends.values().stream().allMatch(NodeLink::isEnabled);
  }

  Fates fates() {
    return fates;
  }

  private NodeLink end(String node) {
    NodeLink end = ends.get(node);
    if (end == null) {
      throw new IllegalArgumentException("no node " + node + " here, only " + ends.keySet());
    }
    return end;
  }
}
