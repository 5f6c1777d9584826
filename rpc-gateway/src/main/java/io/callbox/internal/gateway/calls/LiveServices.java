package io.callbox.internal.gateway.calls;

import io.callbox.registry.NodeInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The services at one moment. Immutable.
 *
 * @param nodes the nodes that were there
 * @param services the services of these nodes, by name
 */
public record LiveServices(List<NodeInfo> nodes, Map<String, LiveService> services) {

  /** No services. */
  static final LiveServices NONE = new LiveServices(List.of(), Map.of());

  /** Copies the collections. */
  public LiveServices {
    nodes = List.copyOf(nodes);
    services = new TreeMap<>(services);
  }

  /** Finds a method by {@code Service.method}; the service's name ends at the last dot. */
  public Optional<LiveMethod> method(String fullName) {
    int dot = fullName.lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : Optional.ofNullable(services.get(fullName.substring(0, dot)))
            .map(service -> service.methods().get(fullName.substring(dot + 1)));
  }
}
