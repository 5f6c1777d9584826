package io.callbox.registry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The description of a node, which the node itself has written. Immutable.
 *
 * @param id the id under which other nodes call it
 * @param incarnation distinguishes this start of the node from earlier ones
 * @param place the place where it runs
 * @param startedAt the time when it started, by the broker's clock
 * @param version the version of the program, if set
 * @param labels the labels of the node
 * @param services the services that it provides; empty if it only calls
 */
public record NodeInfo(
    String id,
    String incarnation,
    Place place,
    Instant startedAt,
    @Nullable String version,
    Map<String, String> labels,
    List<ServiceInfo> services) {

  /** Copies the maps. */
  public NodeInfo {
    labels = Map.copyOf(labels);
    services = List.copyOf(services);
  }

  /**
   * The place where a node runs.
   *
   * @param host the name of the machine, as far as the node knows it
   * @param process the id of the process there
   */
  public record Place(String host, long process) {}

  /** Returns whether it provides a service with this name. */
  public boolean provides(String service) {
    return services.stream().anyMatch(each -> each.name().equals(service));
  }
}
