package io.callbox.node;

import io.callbox.internal.server.RpcServer;
import io.callbox.internal.server.ServerCounts;

/**
 * Statistics of a node.
 *
 * @param waitingCalls the number of the node's own calls that are outstanding
 * @param lateReplies the number of replies that were late, duplicate or unreadable since the start
 * @param requestsInHand the number of requests that the node has taken and not yet answered
 * @param expired the number of requests that did not run because their deadline had passed before
 *     their turn
 * @param redelivered the number of requests of dead workers that the node has put back into their
 *     queue
 * @param givenUp the number of requests of dead workers that the node has made dead letters
 * @param openStreams the number of streams that the node produces now
 * @param commandsSent the number of commands that the transport has sent to Redis, for all nodes
 *     that share the transport
 */
public record NodeStats(
    int waitingCalls,
    long lateReplies,
    int requestsInHand,
    long expired,
    long redelivered,
    long givenUp,
    int openStreams,
    long commandsSent) {

  static NodeStats of(NodeParts node) {
    RpcServer server = node.server;
    ServerCounts served = server == null ? ServerCounts.NONE : server.counts();
    return new NodeStats(
        node.client.waitingCalls(),
        node.client.lateReplies(),
        served.requestsInHand(),
        served.expired(),
        served.redelivered(),
        served.givenUp(),
        served.openStreams(),
        node.transport.commandsSent());
  }
}
