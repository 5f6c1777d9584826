package io.callbox.spring;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.health.actuate.endpoint.AdditionalHealthEndpointPath;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;

/**
 * The readiness group with the node in it, so that an application whose node cannot call receives
 * no traffic. Immutable.
 */
record ReadinessGroup(HealthEndpointGroup rest) implements HealthEndpointGroup {

  private static final String NAME = "readiness";

  /** Returns the same groups, with the node in the readiness group, if there is one. */
  static HealthEndpointGroups in(HealthEndpointGroups groups) {
    Map<String, HealthEndpointGroup> all = new LinkedHashMap<>();
    for (String name : groups.getNames()) {
      HealthEndpointGroup group = groups.get(name);
      if (group != null) {
        all.put(name, name.equals(NAME) ? new ReadinessGroup(group) : group);
      }
    }
    return HealthEndpointGroups.of(groups.getPrimary(), all);
  }

  @Override
  public boolean isMember(String name) {
    return name.equals(NodeHealthIndicator.NAME) || rest.isMember(name);
  }

  @Override
  public boolean showComponents(SecurityContext securityContext) {
    return rest.showComponents(securityContext);
  }

  @Override
  public boolean showDetails(SecurityContext securityContext) {
    return rest.showDetails(securityContext);
  }

  @Override
  public StatusAggregator getStatusAggregator() {
    return rest.getStatusAggregator();
  }

  @Override
  public HttpCodeStatusMapper getHttpCodeStatusMapper() {
    return rest.getHttpCodeStatusMapper();
  }

  @Override
  public @Nullable AdditionalHealthEndpointPath getAdditionalPath() {
    return rest.getAdditionalPath();
  }
}
