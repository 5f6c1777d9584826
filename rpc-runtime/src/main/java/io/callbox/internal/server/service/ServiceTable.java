package io.callbox.internal.server.service;

import io.callbox.internal.server.stats.MethodStats;
import io.callbox.internal.wire.ScannedRequest;
import io.callbox.json.ValueReader;
import io.callbox.log.Printable;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.ServiceDescriptor;
import io.callbox.rpc.ServiceSkeleton;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The services of a server, by their names on the wire. Does not change after the server has
 * started.
 */
public final class ServiceTable {

  private final Map<String, Entry> methods = new HashMap<>();
  private final Map<String, ServiceDescriptor> services = new TreeMap<>();
  private final List<QueueName> queues = new ArrayList<>();

  private final Map<String, List<QueueName>> shardsOfService = new HashMap<>();

  /** Also contains all possible shards. */
  private final Map<QueueName, String> serviceOfQueue = new HashMap<>();

  public ServiceTable(List<ServiceSkeleton> skeletons, Namespace namespace) {
    for (ServiceSkeleton skeleton : skeletons) {
      ServiceDescriptor service = skeleton.descriptor();
      if (services.put(service.name(), service) != null) {
        throw new IllegalArgumentException("service " + service.name() + " is registered twice");
      }
      List<QueueName> shards = namespace.shards(service.name(), QueueName.MOST_SHARDS);
      shards.forEach(each -> serviceOfQueue.put(each, service.name()));
      shardsOfService.put(service.name(), shards);
      queues.add(namespace.service(service.name()));
      for (MethodDescriptor<?> method : service.methods()) {
        methods.put(method.fullName(), new Entry(skeleton, method));
      }
    }
  }

  /** Adds methods that every server answers, from any queue. */
  public void reserve(ServiceSkeleton skeleton) {
    for (MethodDescriptor<?> method : skeleton.descriptor().methods()) {
      methods.put(method.fullName(), new Entry(skeleton, method));
    }
  }

  /**
   * A method of a server.
   *
   * @param method the method
   * @param reader reads the arguments of a call
   * @param stats its statistics
   */
  public record Entry(
      MethodDescriptor<?> method, ValueReader<Invocation> reader, MethodStats stats) {

    private Entry(ServiceSkeleton skeleton, MethodDescriptor<?> method) {
      this(method, in -> skeleton.read(method, in), new MethodStats());
    }

    /**
     * Returns the call that a scanned request asks for; null if its parameters cannot be read. Then
     * the request is read once more, and the answer contains the problem.
     */
    public @Nullable Invocation invocation(ScannedRequest request) {
      try {
        return request.read(reader) instanceof Invocation invocation ? invocation : null;
      } catch (Error broken) { // the second reading throws it again
        return null;
      }
    }
  }

  /** The registered services, by name. */
  public Collection<ServiceDescriptor> services() {
    return services.values();
  }

  /** Returns the names of the registered services. */
  public List<String> names() {
    return List.copyOf(services.keySet());
  }

  /** Returns the statistics of a registered method. */
  public MethodStats stats(MethodDescriptor<?> method) {
    return Objects.requireNonNull(methods.get(method.fullName())).stats();
  }

  /** Returns the services' own queues. */
  public List<QueueName> queues() {
    return List.copyOf(queues);
  }

  /**
   * Returns all possible shards of a service, its own queue first; empty if it is not registered.
   */
  public List<QueueName> shardsOf(String service) {
    return shardsOfService.getOrDefault(service, List.of());
  }

  /** Returns the refusal of an unknown method: {@code UNIMPLEMENTED}, with the list of methods. */
  public RpcException unknown(String name, QueueName queue) {
    return new RpcException(StatusCode.UNIMPLEMENTED, alternatives(name, queue));
  }

  /** Returns the registered service of a queue or a shard; null if there is none. */
  public @Nullable String serviceOf(QueueName queue) {
    return serviceOfQueue.get(queue);
  }

  /** Returns whether a queue is a shard of a service, but not its own queue. */
  public boolean isOtherShard(QueueName queue) {
    return serviceOfQueue.containsKey(queue) && !queues.contains(queue);
  }

  /** Finds a method; null if there is none. A name without a service means that of the queue. */
  public @Nullable Entry known(String name, QueueName queue) {
    Entry entry = methods.get(name);
    if (entry == null && name.indexOf('.') < 0) {
      entry = methods.get(serviceOfQueue.get(queue) + '.' + name);
    }
    return entry;
  }

  private String alternatives(String name, QueueName queue) {
    int dot = name.lastIndexOf('.');
    @Nullable String service = dot < 0 ? serviceOfQueue.get(queue) : name.substring(0, dot);
    ServiceDescriptor known = service == null ? null : services.get(service);
    if (known == null) {
      return "no service for method '"
          + Printable.of(name)
          + "'; there is: "
          + String.join(", ", services.keySet());
    }
    String methodNames =
        known.methods().stream()
            .map(MethodDescriptor::name)
            .sorted()
            .collect(Collectors.joining(", "));
    return "no method '"
        + Printable.of(name.substring(dot + 1))
        + ("' in " + known.name() + "; there is: ")
        + methodNames;
  }
}
