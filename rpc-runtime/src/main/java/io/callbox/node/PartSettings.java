package io.callbox.node;

import io.callbox.internal.client.ClientSettings;
import io.callbox.internal.server.ServerSettings;
import io.callbox.internal.server.ServiceCatalog;
import io.callbox.registry.NodeInfo;
import io.callbox.registry.ProcessIdentity;
import io.callbox.rpc.Interceptor;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.Worker;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of each part of a node, made from those of its builder.
 *
 * @param builder the settings of the node
 * @param self what the node says about itself
 */
record PartSettings(RpcNodeBuilder builder, NodeInfo self) {

  /** Returns the settings of a node that starts now. */
  static PartSettings of(RpcNodeBuilder builder, BrokerClock clock) {
    NodeInfo self =
        new NodeInfo(
            builder.id,
            builder.incarnation,
            ProcessIdentity.PLACE,
            Instant.ofEpochMilli(clock.millis()),
            builder.version,
            builder.labels,
            ServiceCatalog.of(builder.skeletons));
    return new PartSettings(builder, self);
  }

  ClientSettings client() {
    return new ClientSettings(
        builder.id,
        builder.incarnation,
        builder.namespace,
        builder.timeout,
        builder.maxMessageBytes,
        builder.maxQueueLength,
        builder.retries,
        chain(builder.clientInterceptors));
  }

  ServerSettings server() {
    return new ServerSettings(
        self,
        new Worker(builder.id, builder.incarnation),
        builder.namespace,
        builder.concurrency,
        builder.mostInHand(),
        builder.maxMessageBytes,
        builder.maxStreams,
        builder.acknowledge,
        builder.lease,
        builder.failures,
        chain(builder.serverInterceptors));
  }

  private static @Nullable Interceptor chain(List<Interceptor> interceptors) {
    return interceptors.isEmpty() ? null : Interceptor.chain(interceptors);
  }
}
