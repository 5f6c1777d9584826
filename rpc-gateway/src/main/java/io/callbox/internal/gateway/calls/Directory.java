package io.callbox.internal.gateway.calls;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.failure.StageFailure;
import io.callbox.log.MessageLog;
import io.callbox.node.RpcNode;
import io.callbox.registry.NodeInfo;
import io.callbox.registry.ServiceInfo;
import io.callbox.rpc.RpcException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the services that nodes serve, from the registry and from {@code rpc.discover}. It asks for
 * a contract once for each revision, and again after a while if there was no answer. Its
 * information is at most two seconds old if this matters, for example for an unknown method, and
 * otherwise at most ten. Safe for use by many threads.
 */
public final class Directory implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Directory.class);

  private final MessageLog mistakes =
      MessageLog.of(LOG, "the gateway could not list the services", 1, System::nanoTime);
  private static final long FRESH = Duration.ofSeconds(2).toNanos();
  private static final long USABLE = Duration.ofSeconds(10).toNanos();

  private final RpcNode node;
  private final ContractCalls contracts; // used by the thread that looks
  private final Predicate<String> exposed;
  private final ExecutorService looking =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "callbox-gateway-directory");
            thread.setDaemon(true);
            return thread;
          });

  /** The contracts of the services that are there; used by the thread that looks. */
  private final Map<ServiceInfo, LiveService> known = new HashMap<>();

  /** Guards against race between threads that ask: only one of them starts a look. */
  private final Object lock = new Object();

  @GuardedBy("lock")
  private @Nullable CompletableFuture<LiveServices> look;

  @GuardedBy("lock")
  private LiveServices last = LiveServices.NONE;

  @GuardedBy("lock")
  private long lookedAt;

  @GuardedBy("lock")
  private boolean everLooked;

  /**
   * Creates a directory of this node's registry.
   *
   * @param exposed whether a method, {@code Service.method}, is visible
   */
  public Directory(RpcNode node, Predicate<String> exposed) {
    this.node = node;
    this.contracts = new ContractCalls(node);
    this.exposed = exposed;
  }

  /** Returns whether a method is visible. */
  boolean isExposed(String fullName) {
    return exposed.test(fullName);
  }

  /** Finds a method that a node serves; empty if there is none with this name. */
  public CompletableFuture<Optional<LiveMethod>> method(String fullName) {
    if (!exposed.test(fullName)) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    synchronized (lock) {
      Optional<LiveMethod> method = last.method(fullName);
      long age = System.nanoTime() - lookedAt;
      if (everLooked && method.isPresent() && age < USABLE) {
        if (age > FRESH) {
          look();
        }
        return CompletableFuture.completedFuture(method);
      }
    }
    return services().thenApply(services -> services.method(fullName));
  }

  /** Returns the visible services. Fails with an {@link RpcException} if Redis is out of reach. */
  public CompletableFuture<LiveServices> services() {
    synchronized (lock) {
      return everLooked && System.nanoTime() - lookedAt < FRESH
          ? CompletableFuture.completedFuture(last)
          : look();
    }
  }

  /** Starts a look, unless one is under way. */
  private CompletableFuture<LiveServices> look() {
    synchronized (lock) {
      CompletableFuture<LiveServices> running = look;
      if (running == null) {
        running = CompletableFuture.supplyAsync(this::lookNow, looking);
        look = running;
        running.whenComplete(this::looked);
      }
      return running;
    }
  }

  private void looked(@Nullable LiveServices services, @Nullable Throwable failure) {
    synchronized (lock) {
      look = null;
      if (services != null) {
        last = services;
        lookedAt = System.nanoTime();
        everLooked = true;
      }
    }
    if (failure != null) {
      Throwable cause = StageFailure.cause(failure);
      if (cause instanceof RpcException) {
        LOG.warn("the registry does not answer: {}", cause.getMessage());
      } else {
        mistakes.error(cause);
      }
    }
  }

  private LiveServices lookNow() {
    List<NodeInfo> nodes = node.registry().nodes();
    Map<ServiceInfo, List<NodeInfo>> newest = newest(nodes);
    known.keySet().retainAll(newest.keySet());
    Map<ServiceInfo, List<NodeInfo>> unknown = new LinkedHashMap<>(newest);
    unknown.keySet().removeAll(known.keySet());
    known.putAll(contracts.ask(unknown));
    Map<String, LiveService> services = new HashMap<>();
    for (ServiceInfo each : newest.keySet()) {
      LiveService live = known.get(each);
      services.put(each.name(), exposed(live == null ? LiveService.without(each) : live));
    }
    services.values().removeIf(each -> each.methods().isEmpty());
    return new LiveServices(nodes, services);
  }

  /**
   * Returns, for each service, the version of the node that started last, and the nodes that serve
   * it, the newest first.
   */
  private static Map<ServiceInfo, List<NodeInfo>> newest(List<NodeInfo> nodes) {
    Map<String, ServiceInfo> names = new HashMap<>();
    Map<ServiceInfo, List<NodeInfo>> newest = new LinkedHashMap<>();
    nodes.stream()
        .sorted(Comparator.comparing(NodeInfo::startedAt).reversed())
        .forEach(
            node ->
                node.services().stream()
                    .filter(each -> each.equals(names.computeIfAbsent(each.name(), name -> each)))
                    .forEach(
                        each ->
                            newest.computeIfAbsent(each, first -> new ArrayList<>()).add(node)));
    return newest;
  }

  private LiveService exposed(LiveService service) {
    Map<String, LiveMethod> methods = new LinkedHashMap<>(service.methods());
    methods.values().removeIf(method -> !exposed.test(method.fullName()));
    return new LiveService(service.name(), service.revision(), service.contract(), methods);
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
