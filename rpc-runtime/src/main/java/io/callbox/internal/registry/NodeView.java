package io.callbox.internal.registry;

import io.callbox.registry.NodeInfo;
import io.callbox.rpc.RpcException;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.NodeStore.Census;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The current nodes, at a cost that depends only on the changes. A look counts the nodes, and reads
 * those that a hint has named, or whose lease has ended. It reads all nodes if the count shows
 * other changes. It also reads all nodes from time to time, because the count stays the same if one
 * node replaces another without a hint.
 *
 * <p>One thread at a time looks; any thread may name nodes.
 */
final class NodeView {

  private static final Duration FOREVER = Duration.ofDays(1);

  /** The number of nodes named by hints above which the next look reads all nodes. */
  private static final int MOST_NAMED = 100;

  private final MembershipReader memberships;
  private final BrokerClock clock;
  private final long wholeNanos;
  private final Set<String> named = ConcurrentHashMap.newKeySet();

  /** Set if the next look reads all nodes. */
  private volatile boolean stale = true;

  /** The following fields belong to the thread that looks. */
  private final Map<String, NodeInfo> known = new TreeMap<>();

  private List<NodeInfo> all = List.of();
  private int counted;
  private long readNanos;

  /**
   * Creates a view that knows no nodes yet.
   *
   * @param whole the interval at which a look reads all nodes, even if there is no sign of a change
   */
  NodeView(MembershipReader memberships, BrokerClock clock, Duration whole) {
    this.memberships = memberships;
    this.clock = clock;
    this.wholeNanos = whole.toNanos();
  }

  /** Notes that a hint has named this node. */
  void name(String node) {
    if (named.size() < MOST_NAMED) {
      named.add(node);
    } else {
      stale = true;
    }
  }

  /** Forgets all nodes: the next look reads all. */
  void forget() {
    stale = true;
  }

  /** Returns the nodes, sorted by id; the same list as before if nothing has changed. */
  List<NodeInfo> all() {
    return all;
  }

  /**
   * Looks at the nodes.
   *
   * @return the time until the first lease ends, as far as it is known
   * @throws RpcException {@code UNAVAILABLE} if the broker is out of reach
   */
  Duration look() {
    Set<String> news = takeNamed();
    boolean whole = stale || clock.nanoTime() - readNanos >= wholeNanos;
    stale = false; // before the look: guard against race with a thread that forgets meanwhile
    try {
      return look(news, whole);
    } catch (RpcException unavailable) {
      stale = true;
      throw unavailable;
    }
  }

  private Duration look(Set<String> news, boolean whole) {
    Optional<Census> census = memberships.census();
    return census.isPresent() ? look(census.get(), news, whole) : readAll();
  }

  /**
   * Takes the named nodes. Guard against race with a thread that names a node: the node is in this
   * look or in the next.
   */
  private Set<String> takeNamed() {
    Set<String> taken = new HashSet<>(named);
    named.removeAll(taken);
    return taken;
  }

  private Duration look(Census census, Set<String> news, boolean whole) {
    census.late().stream().filter(known::containsKey).forEach(news::add);
    if (!whole) {
      readSome(news);
    }
    Duration next = census.next() == null ? FOREVER : census.next();
    if (whole || counted != census.nodes()) {
      counted = census.nodes();
      Duration first = readAll();
      return first.compareTo(next) < 0 ? first : next;
    }
    return next;
  }

  private void readSome(Collection<String> some) {
    if (some.isEmpty()) {
      return;
    }
    Map<String, NodeInfo> there = byId(memberships.take(some));
    int before = known.size();
    known.keySet().removeAll(some);
    known.putAll(there);
    counted += known.size() - before;
    tell();
  }

  /** Returns the time until the first lease ends. */
  private Duration readAll() {
    readNanos = clock.nanoTime();
    List<MembershipReader.Entry> entries = memberships.take();
    known.clear();
    known.putAll(byId(entries));
    tell();
    return entries.stream()
        .map(MembershipReader.Entry::left)
        .min(Duration::compareTo)
        .orElse(FOREVER);
  }

  private void tell() {
    List<NodeInfo> now = List.copyOf(known.values());
    all = now.equals(all) ? all : now;
  }

  private static Map<String, NodeInfo> byId(List<MembershipReader.Entry> entries) {
    return entries.stream()
        .map(MembershipReader.Entry::info)
        .collect(Collectors.toMap(NodeInfo::id, info -> info, (one, other) -> one));
  }
}
