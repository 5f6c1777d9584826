package io.callbox.testkit.network;

import io.callbox.testkit.Nodes;
import io.callbox.testkit.time.Timers;
import io.callbox.testkit.time.VirtualClock;
import io.callbox.transport.Transport;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A network between nodes and their broker, whose links a test cuts and whose messages get lost,
 * late, or arrive twice. Lies over any transport: in memory, where its time may be a test's, or
 * Redis.
 *
 * <p>What becomes of a call is decided by the seed, its caller, and which of its caller's calls it
 * is: the same seed decides the same way in each run, as long as each node makes its calls in the
 * same order. When they happen to run is up to real threads.
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

  /** How long, in real time, it waits for nodes at work before it lets time pass. */
  private static final long WORK_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** The same while a node is cut off or gone: what it has in hand may stay there. */
  private static final long LESS_WORK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** How long, in real time, a node may take to see that the time of a call is over. */
  private static final long TIMEOUT_NANOS = TimeUnit.MILLISECONDS.toNanos(15);

  /** How long, in real time, a reply may take from its queue to its caller. */
  private static final long HEARSAY_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

  private static final Duration LONGEST_STEP = Duration.ofSeconds(1);

  final Transport broker;
  final Timers timers;
  final Topology topology = new Topology();
  final Meter meter = new Meter();
  final RequestPath requests = new RequestPath(this);
  final ReplyPath replies = new ReplyPath(this);

  private final Map<String, End> ends = new ConcurrentHashMap<>();
  private final AtomicLong refusals = new AtomicLong();
  private volatile Fates fates;

  private SimulatedNetwork(Transport broker, long seed) {
    this.broker = broker;
    this.timers = Timers.of(broker.clock());
    this.fates = new Fates(seed);
  }

  /** A network without faults, so far, over a broker. */
  public static SimulatedNetwork over(Transport broker, long seed) {
    return new SimulatedNetwork(broker, seed);
  }

  /** A network without faults, so far, within this process and in the time of a clock. */
  public static SimulatedNetwork inMemory(VirtualClock clock, long seed) {
    return over(new InMemoryTransport(clock), seed);
  }

  /** Nodes on this network. */
  public Nodes nodes() {
    return Nodes.over(broker, this::transport);
  }

  /** A new end for a node, in place of the one it had. */
  public Transport transport(String node) {
    End end = new End(node, ends.get(node));
    ends.put(node, end);
    return new EndTransport(this, end);
  }

  /** What decides from now on. For a new run, on a network where nothing is under way. */
  public void seed(long seed) {
    fates = new Fates(seed);
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
    while (!hasEnded(call, timeout)) {
      timeout = !clock.advanceToNext(LONGEST_STEP);
      if (clock.elapsed().compareTo(end) > 0) {
        throw new IllegalStateException("a call has not ended within an hour");
      }
    }
  }

  /** Waits until nothing is under way, and a little longer for who has just heard of it. */
  private boolean hasEnded(CompletableFuture<?> call, boolean timeout) {
    long start = System.nanoTime();
    boolean whole = ends.values().stream().allMatch(End::isEnabled);
    long work = whole ? WORK_NANOS : LESS_WORK_NANOS;
    while (!call.isDone() && !meter.isQuiet() && System.nanoTime() - start < work) {
      LockSupport.parkNanos(20_000);
    }
    long quiet = System.nanoTime();
    long grace = timeout ? TIMEOUT_NANOS : HEARSAY_NANOS;
    while (!call.isDone() && meter.isQuiet() && System.nanoTime() - quiet < grace) {
      LockSupport.parkNanos(50_000);
    }
    return call.isDone();
  }

  Fates fates() {
    return fates;
  }

  void afterUnreachable(String node, Runnable task) {
    CallKey attempt = new CallKey(node, refusals.incrementAndGet());
    Duration delay = fates.unreachable(topology.between(node, null), attempt);
    if (delay.isZero()) {
      task.run();
    } else {
      timers.after(delay, task);
    }
  }

  private End end(String node) {
    End end = ends.get(node);
    if (end == null) {
      throw new IllegalArgumentException("no node " + node + " here, only " + ends.keySet());
    }
    return end;
  }
}
