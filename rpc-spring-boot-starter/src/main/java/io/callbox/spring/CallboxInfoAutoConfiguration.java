package io.callbox.spring;

import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Shows the node in Actuator's info endpoint, unless {@code management.info.callbox.enabled} is
 * false.
 */
@AutoConfiguration(after = CallboxAutoConfiguration.class)
@ConditionalOnClass(InfoContributor.class)
@ConditionalOnBean(CurrentNode.class)
@ConditionalOnBooleanProperty(name = "management.info.callbox.enabled", matchIfMissing = true)
final class CallboxInfoAutoConfiguration {

  @Bean
  NodeInfoContributor callboxInfoContributor(CurrentNode node, NodeSettings settings) {
    return new NodeInfoContributor(node, settings);
  }
}
