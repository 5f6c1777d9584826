package io.callbox.spring;

import io.callbox.micrometer.ObservedCalls;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** Observes calls, if {@code rpc-micrometer} is present and OpenTelemetry does not trace them. */
@AutoConfiguration(
    after = CallboxTracingAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration"
    })
@ConditionalOnClass({ObservedCalls.class, ObservationRegistry.class})
@ConditionalOnBean(ObservationRegistry.class)
final class CallboxObservationAutoConfiguration {

  @Bean
  @Order(CallboxTracingAutoConfiguration.ORDER)
  @ConditionalOnMissingBean(
      value = ObservedCalls.class,
      type = "io.callbox.opentelemetry.TracedCalls")
  ObservedCalls callboxObservedCalls(ObservationRegistry registry) {
    return ObservedCalls.in(registry);
  }
}
