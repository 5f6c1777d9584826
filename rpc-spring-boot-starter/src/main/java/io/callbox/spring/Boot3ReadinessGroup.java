package io.callbox.spring;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.health.AdditionalHealthEndpointPath;
import org.springframework.boot.actuate.health.HealthEndpointGroup;
import org.springframework.boot.actuate.health.HealthEndpointGroups;
import org.springframework.boot.actuate.health.HttpCodeStatusMapper;
import org.springframework.boot.actuate.health.StatusAggregator;

/** The counterpart of {@link ReadinessGroup} in Spring Boot 3. */
record Boot3ReadinessGroup(HealthEndpointGroup rest) implements HealthEndpointGroup {

  private static final String NAME = "readiness";

  /** Returns the same groups, with the node in the readiness group, if there is one. */
  static HealthEndpointGroups in(HealthEndpointGroups groups) {
    Map<String, HealthEndpointGroup> all = new LinkedHashMap<>();
    for (String name : groups.getNames()) {
      HealthEndpointGroup group = groups.get(name);
      if (group != null) {
        all.put(name, name.equals(NAME) ? new Boot3ReadinessGroup(group) : group);
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
