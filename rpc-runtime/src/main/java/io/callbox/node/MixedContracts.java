package io.callbox.node;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.contract.compare.Comparison;
import io.callbox.contract.compare.Effort;
import io.callbox.contract.compare.Verdict;
import io.callbox.contract.model.ServiceContract;
import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.internal.server.dispatch.BetterProviders;
import io.callbox.registry.NodeInfo;
import io.callbox.registry.NodeRegistry;
import io.callbox.registry.ServiceInfo;
import io.callbox.rpc.RpcException;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.Namespace;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The other versions of this node's contracts, and the nodes that serve them. With it, a node whose
 * version of a method serves the callers of both versions serves the request.
 *
 * <p>A node counts only if it holds a lease on the service's queue. A card is not enough, because a
 * node can write anything on its own card. Safe for use by many threads.
 */
final class MixedContracts implements BetterProviders {

  private static final Logger LOG = LoggerFactory.getLogger(MixedContracts.class);
  private static final Duration LOOK_PAUSE = Duration.ofMillis(500);
  private static final Duration AGAIN = Duration.ofMillis(20);

  private final String self;
  private final Namespace namespace;
  private final NodeRegistry registry;
  private final LeaseStore leases;

  /**
   * Guards the following fields: threads that ask for providers race with those that learn, and one
   * thread asks Redis for all. It is no monitor: on JDK 21 to 23 a virtual thread that waits in a
   * monitor, or for one, keeps its carrier.
   */
  private final ReentrantLock lock = new ReentrantLock();

  /**
   * The revisions of the service that serve the callers of both versions, by {@code
   * Service.method}, whether a node with one of them is there or not.
   */
  @GuardedBy("lock")
  private final Map<String, Set<String>> learned = new HashMap<>();

  /** The methods among these for which a node with such a revision may be there. */
  @GuardedBy("lock")
  private Set<String> better = Set.of();

  @GuardedBy("lock")
  private Consumer<Set<String>> listener = methods -> {};

  @GuardedBy("lock")
  private List<NodeInfo> seen = List.of();

  @GuardedBy("lock")
  private final Map<String, Set<String>> seenProviders = new HashMap<>();

  @GuardedBy("lock")
  private long lookedNanos;

  /** Set if this node has looked since the last node came, and the broker has answered. */
  @GuardedBy("lock")
  private boolean looked;

  @GuardedBy("lock")
  private boolean answered;

  MixedContracts(String self, Namespace namespace, NodeRegistry registry, LeaseStore leases) {
    this.self = self;
    this.namespace = namespace;
    this.registry = registry;
    this.leases = leases;
  }

  /**
   * Learns which methods of a service another version serves better: the methods whose change needs
   * workers updated first, if this node's version is the older one.
   *
   * @param revision the revision on the cards of nodes with the other version
   */
  void learn(ServiceContract ours, ServiceContract theirs, String revision) {
    if (theirs.revision().filter(each -> each.startsWith(revision)).isEmpty()) {
      return; // its document has another revision than the hint
    }
    Effort effort = new Effort(LiveContracts.MOST_STEPS);
    learn(ours, revision, Comparison.ofMethods(ours, theirs, effort));
  }

  private void learn(ServiceContract ours, String revision, Map<String, Verdict> verdicts) {
    lock.lock();
    try {
      for (Map.Entry<String, Verdict> each : verdicts.entrySet()) {
        if (each.getValue() == Verdict.WORKERS_FIRST) {
          String name = ours.name() + '.' + each.getKey();
          learned.computeIfAbsent(name, absent -> new HashSet<>()).add(revision);
        }
      }
      lookAgain();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void lookAgain() {
    lock.lock();
    try {
      looked = false;
      tell(Set.copyOf(learned.keySet()));
    } finally {
      lock.unlock();
    }
  }

  @GuardedBy("lock")
  private void tell(Set<String> methods) {
    better = methods;
    listener.accept(methods);
  }

  @Override
  public void listen(Consumer<Set<String>> methods) {
    lock.lock();
    try {
      listener = methods;
      tell(better);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<String> of(String service, String method) {
    lock.lock();
    try {
      return found(service, method);
    } finally {
      lock.unlock();
    }
  }

  @GuardedBy("lock")
  private List<String> found(String service, String method) {
    String fullName = service + '.' + method;
    Set<String> revisions = learned.get(fullName);
    Predicate<ServiceInfo> serves =
        revisions == null
            ? info -> info.methods().contains(method)
            : info -> revisions.contains(info.revision());
    List<String> found = find(service, serves);
    if (found.isEmpty() && System.nanoTime() - lookedNanos > AGAIN.toNanos()) {
      looked = false; // a node may have come since
      found = find(service, serves);
    }
    if (found.isEmpty() && answered) {
      forget(fullName); // until a node comes
    }
    Collections.shuffle(found);
    return found;
  }

  @GuardedBy("lock")
  private List<String> find(String service, Predicate<ServiceInfo> serves) {
    look();
    List<String> found = new ArrayList<>();
    for (NodeInfo node : seen) {
      boolean named =
          node.services().stream()
              .anyMatch(each -> each.name().equals(service) && serves.test(each));
      if (named && !node.id().equals(self) && providers(service).contains(node.id())) {
        found.add(node.id());
      }
    }
    return found;
  }

  @GuardedBy("lock")
  private void forget(String fullName) {
    Set<String> left = new HashSet<>(better);
    if (left.remove(fullName)) {
      tell(Set.copyOf(left));
    }
  }

  /** Looks for the nodes. While the broker does not answer, no other node counts as present. */
  @GuardedBy("lock")
  private void look() {
    if (looked && System.nanoTime() - lookedNanos < LOOK_PAUSE.toNanos()) {
      return;
    }
    seenProviders.clear();
    try {
      seen = registry.nodes();
      answered = true;
    } catch (RpcException unavailable) {
      LOG.debug("who else serves is not known: {}", unavailable.getMessage());
      seen = List.of();
      answered = false;
    }
    looked = true;
    lookedNanos = System.nanoTime();
  }

  /** Returns the ids of the nodes that hold leases on a service's queue. */
  @GuardedBy("lock")
  private Set<String> providers(String service) {
    return seenProviders.computeIfAbsent(service, this::askProviders);
  }

  private Set<String> askProviders(String service) {
    try {
      return BrokerRequests.await(
              () -> leases.providers(namespace.service(service)),
              BrokerRequests.BOUND,
              "the providers of " + service + " are not known")
          .stream()
          .map(Worker::node)
          .collect(Collectors.toSet());
    } catch (RpcException unavailable) {
      LOG.debug("{}", unavailable.getMessage());
      return Set.of();
    }
  }
}
