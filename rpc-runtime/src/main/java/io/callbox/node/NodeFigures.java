package io.callbox.node;

/**
 * What a node is at, and what it has dropped.
 *
 * @param waitingCalls how many of its own calls wait for their outcome
 * @param lateReplies how many replies came late, twice or unreadable since it started
 * @param requestsInHand how many requests it has taken and not yet answered
 */
public record NodeFigures(int waitingCalls, long lateReplies, int requestsInHand) {}
