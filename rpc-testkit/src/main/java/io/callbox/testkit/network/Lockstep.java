package io.callbox.testkit.network;

import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.time.Activity;
import io.callbox.testkit.time.VirtualClock;
import io.callbox.transport.QueueName;
import io.callbox.transport.memory.InMemoryTransport;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lets one event happen at a time: a message arrives, a worker takes a message, a node sends a
 * heartbeat, or a deadline passes. Between two events, it waits until the nodes have done
 * everything that follows from the first; counters tell it when. Only the thread that moves the
 * clock may call the methods that let events happen.
 */
final class Lockstep {

  /** The maximum time, in real time, that nodes may work: a node that hangs fails the test. */
  private static final long WORK_NANOS = TimeUnit.SECONDS.toNanos(60);

  private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(200);
  private static final int SPINS = 3;

  private final VirtualClock clock;
  private final InMemoryTransport broker;
  private final Trace trace;
  private final List<NodeWork> nodes = new CopyOnWriteArrayList<>();
  private final Map<String, NodeWork> latest = new ConcurrentHashMap<>();
  private final ClockDriver mover = new ClockDriver();
  private SplittableRandom random;

  Lockstep(VirtualClock clock, InMemoryTransport broker, Trace trace, long seed) {
    this.clock = clock;
    this.broker = broker;
    this.trace = trace;
    this.random = new SplittableRandom(seed);
    clock.stepwise(this::settle);
  }

  void seed(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Registers a node at this end, in place of the previous one. */
  NodeWork at(NodeLink end) {
    NodeWork work = new NodeWork(end, clock, trace, mover);
    nodes.removeIf(NodeWork::isClosed);
    nodes.add(work);
    latest.put(end.node(), work);
    return work;
  }

  /** Returns nodes whose work can be counted. */
  Nodes nodes(SimulatedNetwork network) {
    return Nodes.of(clock, id -> builder(network, id), this::started);
  }

  private RpcNodeBuilder builder(SimulatedNetwork network, String id) {
    RpcNodeBuilder builder = RpcNode.builder(id).transport(network.newEnd(id));
    NodeWork work = latest.get(id);
    return work == null ? builder : builder.executor(work.tasks).interceptClient(work.calls);
  }

  private void started(RpcNode node) {
    NodeWork work = latest.get(node.id());
    if (work != null) {
      work.started(node);
    }
  }

  /**
   * Waits until nothing more follows from past events, and lets workers take messages one by one.
   */
  private void settle() {
    mover.isHere();
    do {
      awaitQuiet();
    } while (letOneEnd() || offer());
  }

  private void awaitQuiet() {
    long start = System.nanoTime();
    int looks = 0;
    for (int quiet = 0; quiet < 2; quiet = work() == null ? quiet + 1 : 0) {
      if (quiet > 0 || ++looks < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      if (System.nanoTime() - start > WORK_NANOS) {
        throw new IllegalStateException("no end of it in a minute: " + work());
      }
    }
  }

  private @Nullable String work() {
    if (clock.isWaking() || clock.awake().stream().anyMatch(Lockstep::isAtWork)) {
      return "somebody whose time was over has yet to wait again";
    }
    for (NodeWork node : nodes) {
      String work = node.work();
      if (work != null) {
        return work;
      }
    }
    return null;
  }

  /**
   * Returns whether a thread whose wait has ended is at work. A node's own thread comes back to
   * wait in virtual time. A thread that serves a request is counted with the requests. For other
   * threads, it is only known whether they run.
   */
  private static boolean isAtWork(Thread thread) {
    String name = thread.getName();
    return name.endsWith("-heartbeat")
        || name.endsWith("-registry")
        || (!TaskWatch.isOneOf(thread) && Activity.runs(thread));
  }

  private boolean letOneEnd() {
    return nodes.stream().anyMatch(node -> !node.isClosed() && node.calls.letOneEnd());
  }

  /** Lets a worker take one of the waiting messages. Returns whether there was one. */
  private boolean offer() {
    List<StepConsumer> takers =
        nodes.stream()
            .flatMap(node -> node.consumers().stream())
            .filter(StepConsumer::mayTake)
            .filter(consumer -> consumer.queues().stream().anyMatch(this::holdsAny))
            .toList();
    if (takers.isEmpty()) {
      return false;
    }
    takers.get(random.nextInt(takers.size())).tell();
    return true;
  }

  private boolean holdsAny(QueueName queue) {
    return broker.size(queue) > 0;
  }
}
