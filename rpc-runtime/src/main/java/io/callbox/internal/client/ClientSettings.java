package io.callbox.internal.client;

import io.callbox.rpc.Interceptor;
import io.callbox.rpc.RetryPolicy;
import io.callbox.transport.Namespace;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a client needs to know of its node.
 *
 * @param node the node's id
 * @param incarnation tells this start of the node from earlier ones
 * @param namespace where it calls
 * @param timeout how long calls may take that say nothing else
 * @param maxMessageBytes how large a request may be
 * @param maxQueueLength how many requests may wait in a queue it calls through
 * @param retries when a request that could not be sent is sent again
 * @param interceptor what calls pass first; null for nothing
 */
public record ClientSettings(
    String node,
    String incarnation,
    Namespace namespace,
    Duration timeout,
    int maxMessageBytes,
    int maxQueueLength,
    RetryPolicy retries,
    @Nullable Interceptor interceptor) {}
