package io.callbox.spring;

import io.callbox.node.RpcNodeBuilder;

/**
 * Sets what properties do not: labels, say, the lease, or retries. Each bean of this type is asked,
 * in {@code @Order}, before the node starts, and after all else is set.
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

  /** Sets more on a node that is about to start. Called again if the context is restarted. */
  void customize(RpcNodeBuilder node);
}
