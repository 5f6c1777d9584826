package io.callbox.node;

import io.callbox.internal.client.request.ClientSettings;
import io.callbox.internal.registry.ProcessIdentity;
import io.callbox.internal.server.service.ServiceCatalog;
import io.callbox.internal.server.settings.ServerSettings;
import io.callbox.registry.NodeInfo;
import io.callbox.rpc.Interceptor;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.Worker;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of each part of a node, made from those of its node.
 *
 * @param node the settings of the node
 * @param self the description of the node
 */
record PartSettings(NodeSettings node, NodeInfo self) {

  /** Returns the settings of a node that starts now. */
  static PartSettings of(NodeSettings node, BrokerClock clock) {
    NodeInfo self =
        new NodeInfo(
            node.id,
            node.incarnation,
            ProcessIdentity.PLACE,
            Instant.ofEpochMilli(clock.millis()),
            node.version,
            node.labels,
            ServiceCatalog.of(node.skeletons));
    return new PartSettings(node, self);
  }

  ClientSettings client() {
    return new ClientSettings(
        node.id,
        node.incarnation,
        node.namespace,
        node.timeout,
        node.maxMessageBytes,
        node.maxQueueLength,
        node.retries,
        chain(node.clientInterceptors));
  }

  ServerSettings server() {
    return new ServerSettings(
        self,
        new Worker(node.id, node.incarnation),
        node.namespace,
        node.concurrency,
        node.mostInHand(),
        node.maxMessageBytes,
        node.maxStreams,
        node.acknowledge,
        node.lease,
        node.failures,
        chain(node.serverInterceptors));
  }

  private static @Nullable Interceptor chain(List<Interceptor> interceptors) {
    return interceptors.isEmpty() ? null : Interceptor.chain(interceptors);
  }
}
