package io.callbox.registry;

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
 * Who is there, kept up at the cost of what changes: a look counts the nodes, and reads those that
 * somebody has named since, or whose lease has ended. All are read if the count says that others
 * have come or gone, and every so often: nodes that change places unnamed leave the count as it is.
 *
 * <p>One thread at a time looks; any may name nodes.
 */
final class NodeView {

  private static final Duration FOREVER = Duration.ofDays(1);

  /** If more have been named, all are read. */
  private static final int MOST_NAMED = 100;

  private final MembershipReader memberships;
  private final BrokerClock clock;
  private final long wholeNanos;
  private final Set<String> named = ConcurrentHashMap.newKeySet();

  /** Whether the next look reads all. */
  private volatile boolean stale = true;

  /** What follows belongs to who looks. */
  private final Map<String, NodeInfo> known = new TreeMap<>();

  private List<NodeInfo> all = List.of();
  private int counted;
  private long readNanos;

  /**
   * A view of nobody.
   *
   * @param whole how often all are read, whether anything seems to have changed or not
   */
  NodeView(MembershipReader memberships, BrokerClock clock, Duration whole) {
    this.memberships = memberships;
    this.clock = clock;
    this.wholeNanos = whole.toNanos();
  }

  /** Something has happened to a node, as somebody says. */
  void name(String node) {
    if (named.size() < MOST_NAMED) {
      named.add(node);
    } else {
      stale = true;
    }
  }

  /** Nothing is known any more: the next look reads all. */
  void forget() {
    stale = true;
  }

  /** Who is there, by their ids: the same list as before if that has not changed. */
  List<NodeInfo> all() {
    return all;
  }

  /**
   * Looks.
   *
   * @return how long the first lease lasts, as far as that is known
   * @throws RpcException {@code UNAVAILABLE} if the broker is out of reach
   */
  Duration look() {
    Set<String> news = takeNamed();
    boolean whole = stale || clock.nanoTime() - readNanos >= wholeNanos;
    stale = false; // before the look: guard against race with who forgets meanwhile
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

  /** Guard against race with somebody who names a node: it is in this look, or in the next. */
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

  /** Returns how long the first lease lasts. */
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
