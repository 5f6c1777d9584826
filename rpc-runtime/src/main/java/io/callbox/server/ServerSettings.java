package io.callbox.server;

import io.callbox.rpc.Interceptor;
import io.callbox.transport.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * What a server needs to know of its node.
 *
 * @param node the node's id
 * @param namespace where it serves
 * @param concurrency how many requests it has in hand at most
 * @param maxMessageBytes how large a message may be, either way
 * @param interceptor what calls pass before they run; null for nothing
 */
public record ServerSettings(
    String node,
    Namespace namespace,
    int concurrency,
    int maxMessageBytes,
    @Nullable Interceptor interceptor) {}
