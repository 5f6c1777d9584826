package io.callbox.node;

import io.callbox.internal.server.RpcServer;
import io.callbox.internal.server.ServerCounts;

/**
 * Statistics of a node.
 *
 * @param waitingCalls how many of the node's own calls are outstanding
 * @param lateReplies how many replies were late, duplicate or unreadable since the start
 * @param requestsInHand how many requests the node has taken and not yet answered
 * @param expired how many requests did not run because their deadline had passed before their turn
 * @param redelivered how many requests of dead workers the node has put back into their queue
 * @param givenUp how many requests of dead workers the node has made dead letters
 * @param openStreams how many streams the node produces now
 * @param commandsSent how many commands the transport has sent to Redis, for all nodes that share
 *     the transport
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
