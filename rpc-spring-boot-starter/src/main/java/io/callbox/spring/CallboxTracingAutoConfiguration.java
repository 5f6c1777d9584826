package io.callbox.spring;

import io.callbox.opentelemetry.TracedCalls;
import io.opentelemetry.api.OpenTelemetry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Traces calls, if {@code rpc-opentelemetry} is present. */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.opentelemetry.OpenTelemetryAutoConfiguration"
    })
@ConditionalOnClass({TracedCalls.class, OpenTelemetry.class})
@ConditionalOnBean(OpenTelemetry.class)
final class CallboxTracingAutoConfiguration {

  /** The order: outside all other interceptors, so that a trace contains them. */
  static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

  @Bean
  @Order(ORDER)
  @ConditionalOnMissingBean
  TracedCalls callboxTracedCalls(OpenTelemetry telemetry) {
    return TracedCalls.with(telemetry);
  }
}
