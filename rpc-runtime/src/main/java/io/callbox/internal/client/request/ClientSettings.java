package io.callbox.internal.client.request;

import io.callbox.rpc.Interceptor;
import io.callbox.rpc.RetryPolicy;
import io.callbox.transport.Namespace;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a client.
 *
 * @param node the node's id
 * @param incarnation distinguishes this start of the node from earlier ones
 * @param namespace the namespace of its calls
 * @param timeout the timeout of calls that have no other
 * @param maxMessageBytes the maximum size of a request
 * @param maxQueueLength the maximum number of elements in a queue to which it sends
 * @param retries decides when a request that could not be sent is sent again
 * @param interceptor the interceptor of its calls; null for none
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
