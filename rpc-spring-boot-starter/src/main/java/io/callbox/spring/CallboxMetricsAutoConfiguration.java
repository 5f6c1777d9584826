package io.callbox.spring;

import io.callbox.micrometer.CallMeters;
import io.callbox.micrometer.NodeMeters;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Measures calls and the node, if {@code rpc-micrometer} is present. */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.micrometer.metrics.autoconfigure"
          + ".CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.metrics"
          + ".CompositeMeterRegistryAutoConfiguration"
    })
@ConditionalOnClass({CallMeters.class, MeterRegistry.class})
@ConditionalOnBean(MeterRegistry.class)
final class CallboxMetricsAutoConfiguration {

  /** The order: inside the traces, outside the interceptors that the application adds. */
  static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 200;

  @Bean
  @Order(ORDER)
  @ConditionalOnMissingBean
  CallMeters callboxCallMeters(MeterRegistry registry) {
    return CallMeters.in(registry);
  }

  @Bean
  NodeObserver callboxNodeMeters(MeterRegistry registry) {
    return node -> new NodeMeters(node).bindTo(registry);
  }
}
