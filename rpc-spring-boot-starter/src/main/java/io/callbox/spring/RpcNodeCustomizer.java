package io.callbox.spring;

import io.callbox.node.RpcNodeBuilder;

/**
 * Sets options that have no property, such as labels, the lease or retries. The starter calls each
 * bean of this type, in {@code @Order}, before the node starts and after all other settings.
 *
 * <pre>{@code
 * @Bean
 * RpcNodeCustomizer zone() {
 *   return node -> node.label("zone", "eu-1");
 * }
 * }</pre>
 */
@FunctionalInterface
public interface RpcNodeCustomizer {

  /** Sets options on the builder of a node. Called again if the context is restarted. */
  void customize(RpcNodeBuilder node);
}
