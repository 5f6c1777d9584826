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
 * A network between nodes and their broker. A test can cut its links, and can make it lose, delay
 * or duplicate messages. It works over any transport: in memory, also in virtual time, or over
 * Redis.
 *
 * <p>The seed, the caller and the number of the call decide the fate of a call. So the same seed
 * gives the same fates in each run, as long as each node makes its calls in the same order. The
 * times at which calls run depend on real threads, unless the network is {@linkplain #inLockstep in
 * lockstep}: there the same seed gives the same run.
 *
 * <p>A reply to a caller that names no reply list always arrives. Safe for use by many threads. It
 * owns nothing: the code that made the broker closes it, after the nodes.
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

  /** Creates a network over a broker, at first without faults. */
  public static SimulatedNetwork over(Transport broker, long seed) {
    return new SimulatedNetwork(broker, seed, null, new Trace(broker.clock(), false));
  }

  /** Creates a network in memory and in the time of a clock, at first without faults. */
  public static SimulatedNetwork inMemory(VirtualClock clock, long seed) {
    return over(new InMemoryTransport(clock), seed);
  }

  /**
   * Creates a network where one event happens at a time, each when everything that follows from the
   * one before is done. So the same seed gives the same run, and {@link #trace} shows it. Each
   * message takes up to a tenth of a millisecond more than its faults say, so that the seed
   * determines the order of messages of the same moment.
   *
   * <p>This holds for a new network and clock, on which one thread starts nodes with {@link
   * #nodes}, makes asynchronous calls, and lets events happen with {@link #await} or {@link
   * VirtualClock#advance}. A blocking call of this thread fails with {@code INTERNAL}, and a future
   * that it waits for in any other way never completes. The order is not determined for calls of
   * several threads, for calls that end because their node is closed, and for waits in real time.
   * Nodes retry in virtual time, and must not have an executor of the test.
   */
  public static SimulatedNetwork inLockstep(VirtualClock clock, long seed) {
    InMemoryTransport broker = new InMemoryTransport(clock);
    Trace trace = new Trace(clock, true);
    return new SimulatedNetwork(broker, seed, new Lockstep(clock, broker, trace, seed), trace);
  }

  /** Returns nodes on this network. */
  public Nodes nodes() {
    return lockstep == null ? Nodes.over(broker, this::transport) : lockstep.nodes(this);
  }

  /**
   * Creates a new end for a node, in place of its previous one.
   *
   * @throws IllegalStateException in lockstep, where {@link #nodes} starts all nodes
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
   * Sets the seed from now on. Use it for a new run on a network where nothing is under way. The
   * phases of heartbeats and the numbers of calls do not change.
   */
  public void seed(long seed) {
    fates = new Fates(seed, lockstep != null);
    if (lockstep != null) {
      lockstep.seed(seed);
    }
    meter.forgetBusy();
  }

  /** Returns the seed. */
  public long seed() {
    return fates.seed();
  }

  /** Sets the faults of all links without their own faults. */
  public void faults(Faults faults) {
    topology.faults(faults);
  }

  /** Sets the faults of all requests and replies of a node. */
  public void faults(String node, Faults faults) {
    topology.faults(node, faults);
  }

  /**
   * Sets the faults of the messages from one node to another. Requests to a queue that several
   * nodes serve belong to no link, because their worker is not known yet.
   */
  public void faults(String from, String to, Faults faults) {
    topology.faults(from, to, faults);
  }

  /** Cuts a node off, or connects it again: while it is cut off, all its actions fail. */
  public void enable(String node, boolean enabled) {
    end(node).enable(enabled);
  }

  /**
   * Ends a node like a crash, also during a call: its running calls continue, but their replies are
   * withheld. Its leases end in their time. The owner must still close the node.
   */
  public void delete(String node) {
    end(node).delete();
  }

  /** Loses all messages from one node to another, in one direction. */
  public void disconnect(String from, String to) {
    topology.cut(from, to);
  }

  /** Undoes {@link #disconnect}. */
  public void connect(String from, String to) {
    topology.mend(from, to);
  }

  /** Loses all messages between two groups of nodes, in both directions. */
  public void partition(Collection<String> some, Collection<String> others) {
    for (String one : some) {
      for (String other : others) {
        disconnect(one, other);
        disconnect(other, one);
      }
    }
  }

  /** Connects all nodes again. */
  public void heal() {
    topology.mendAll();
  }

  /**
   * Returns the events so far on a network in lockstep, each with its virtual time. The events are
   * the same in each run of a seed.
   */
  public List<String> trace() {
    return trace.lines();
  }

  /** Returns the traffic so far. */
  public Traffic traffic() {
    return meter.traffic();
  }

  /**
   * Lets time pass until a call ends, whenever only time can change anything.
   *
   * @throws IllegalStateException if the network is not in virtual time, or if the call has not
   *     ended after an hour of virtual time
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
