package io.callbox.node;

/**
 * What a node is at, and what it has dropped.
 *
 * @param waitingCalls how many of its own calls wait for their outcome
 * @param lateReplies how many replies came late, twice or unreadable since it started
 * @param requestsInHand how many requests it has taken and not yet answered
 * @param expired how many requests had their turn when their time was over, and did not run
 * @param redelivered how many requests of dead workers it has put back to be run again
 * @param givenUp how many requests of dead workers it has put on a dead list
 * @param openStreams how many streams it gives now
 * @param commandsSent how many commands its transport has sent to Redis, for all nodes that share
 *     it
 */
public record NodeStats(
    int waitingCalls,
    long lateReplies,
    int requestsInHand,
    long expired,
    long redelivered,
    long givenUp,
    int openStreams,
    long commandsSent) {}
