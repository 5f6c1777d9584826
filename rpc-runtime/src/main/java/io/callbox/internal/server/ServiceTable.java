package io.callbox.internal.server;

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
 * The services of a server, by the names that travel. Does not change once the server has started.
 */
final class ServiceTable {

  private final Map<String, Entry> methods = new HashMap<>();
  private final Map<String, ServiceDescriptor> services = new TreeMap<>();
  private final List<QueueName> queues = new ArrayList<>();

  private final Map<String, List<QueueName>> shardsOfService = new HashMap<>();

  /** Also of all shards that there may be. */
  private final Map<QueueName, String> serviceOfQueue = new HashMap<>();

  ServiceTable(List<ServiceSkeleton> skeletons, Namespace namespace) {
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
        methods.put(method.fullName(), new Entry(skeleton, method, new MethodStats()));
      }
    }
  }

  /** Adds methods that every server answers, on whatever queue they come. */
  void reserve(ServiceSkeleton skeleton) {
    for (MethodDescriptor<?> method : skeleton.descriptor().methods()) {
      methods.put(method.fullName(), new Entry(skeleton, method, new MethodStats()));
    }
  }

  /** A method, who serves it, and what has happened to its calls. */
  record Entry(ServiceSkeleton skeleton, MethodDescriptor<?> method, MethodStats stats) {}

  /** The registered services, by name. */
  Collection<ServiceDescriptor> services() {
    return services.values();
  }

  /** What has happened to the calls of a registered method. */
  MethodStats stats(MethodDescriptor<?> method) {
    return Objects.requireNonNull(methods.get(method.fullName())).stats();
  }

  /** The queues that the services are called through, whether they have other shards or not. */
  List<QueueName> queues() {
    return List.copyOf(queues);
  }

  /** All shards that a service may have, its own queue first; none if it is not registered. */
  List<QueueName> shardsOf(String service) {
    return shardsOfService.getOrDefault(service, List.of());
  }

  boolean isEmpty() {
    return services.isEmpty();
  }

  /**
   * Finds a method. One named without its service is of the service whose queue it came through.
   *
   * @throws RpcException {@code UNIMPLEMENTED}, listing what there is
   */
  Entry find(String name, QueueName queue) {
    Entry entry = known(name, queue);
    if (entry == null) {
      throw unknown(name, queue);
    }
    return entry;
  }

  /** The refusal of a method that there is not: {@code UNIMPLEMENTED}, listing what there is. */
  RpcException unknown(String name, QueueName queue) {
    return new RpcException(StatusCode.UNIMPLEMENTED, whatThereIs(name, queue));
  }

  /** The registered service that a queue or a shard is of; null if it is of none. */
  @Nullable String serviceOf(QueueName queue) {
    return serviceOfQueue.get(queue);
  }

  /** Whether a queue is a shard of a service, other than its own queue. */
  boolean isOtherShard(QueueName queue) {
    return serviceOfQueue.containsKey(queue) && !queues.contains(queue);
  }

  /** The same; null if there is no such method. */
  @Nullable Entry known(String name, QueueName queue) {
    Entry entry = methods.get(name);
    if (entry == null && name.indexOf('.') < 0) {
      entry = methods.get(serviceOfQueue.get(queue) + '.' + name);
    }
    return entry;
  }

  private String whatThereIs(String name, QueueName queue) {
    int dot = name.lastIndexOf('.');
    @Nullable String service = dot < 0 ? serviceOfQueue.get(queue) : name.substring(0, dot);
    ServiceDescriptor known = service == null ? null : services.get(service);
    if (known == null) {
      return "no service for method '"
          + name
          + "'; there is: "
          + String.join(", ", services.keySet());
    }
    String methodNames =
        known.methods().stream()
            .map(MethodDescriptor::name)
            .sorted()
            .collect(Collectors.joining(", "));
    return "no method '"
        + name.substring(dot + 1)
        + ("' in " + known.name() + "; there is: ")
        + methodNames;
  }
}
