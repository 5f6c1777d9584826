package io.callbox.internal.server;

import io.callbox.registry.NodeInfo;
import io.callbox.rpc.Interceptor;
import io.callbox.transport.AckMode;
import io.callbox.transport.Namespace;
import io.callbox.transport.Worker;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a server needs to know of its node.
 *
 * @param self what the node says of itself
 * @param worker the node's id, and which start of it this is
 * @param namespace where it serves
 * @param concurrency how many requests it has in hand at most, unless they are quick
 * @param mostInHand how many quick ones it has in hand at most
 * @param maxMessageBytes how large a message may be, either way
 * @param maxStreams how many streams it gives at a time
 * @param acknowledge when a request counts as done
 * @param lease how long after its last sign of life the server counts as dead
 * @param failures what becomes of what implementations throw
 * @param interceptor what calls pass before they run; null for nothing
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
