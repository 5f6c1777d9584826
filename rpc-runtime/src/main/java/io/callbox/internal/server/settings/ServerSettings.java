package io.callbox.internal.server.settings;

import io.callbox.internal.server.reply.FailureReports;
import io.callbox.registry.NodeInfo;
import io.callbox.rpc.Interceptor;
import io.callbox.transport.AckMode;
import io.callbox.transport.Namespace;
import io.callbox.transport.Worker;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a server.
 *
 * @param self the description of the node
 * @param worker the node's id and incarnation
 * @param namespace its namespace
 * @param concurrency the maximum number of requests in hand, unless they are quick
 * @param mostInHand the maximum number of quick requests in hand
 * @param maxMessageBytes the maximum size of requests and responses
 * @param maxStreams the maximum number of streams that it produces at a time
 * @param acknowledge when it acknowledges a request
 * @param lease how long after its last heartbeat the server counts as dead
 * @param failures the terms for exceptions of implementations
 * @param interceptor the interceptor of its calls; null for none
 */
public record ServerSettings(
    NodeInfo self,
    Worker worker,
    Namespace namespace,
    int concurrency,
    int mostInHand,
    int maxMessageBytes,
    int maxStreams,
    AckMode acknowledge,
    Duration lease,
    FailureReports.Terms failures,
    @Nullable Interceptor interceptor) {}
