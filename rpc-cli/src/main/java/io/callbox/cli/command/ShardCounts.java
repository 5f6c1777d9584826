package io.callbox.cli.command;

import io.callbox.registry.SpreadService;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The numbers of queues over which services are spread. Immutable.
 *
 * @param shards the number by service, for services with more than one
 */
record ShardCounts(Map<String, Integer> shards) {

  /** Asks Redis for the current numbers. */
  static ShardCounts of(Connection connection) {
    return new ShardCounts(
        connection.node().spreadServices().stream()
            .filter(each -> each.shards() > 1)
            .collect(Collectors.toMap(SpreadService::service, SpreadService::shards)));
  }

  int of(String service) {
    return shards.getOrDefault(service, 1);
  }

  /** Returns whether one of these services is spread, so that the number deserves a column. */
  boolean areOf(Collection<String> services) {
    return services.stream().anyMatch(shards::containsKey);
  }
}
