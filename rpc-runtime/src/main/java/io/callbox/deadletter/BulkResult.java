package io.callbox.deadletter;

/**
 * What came of a step for many dead letters.
 *
 * @param seen how many the filter let through
 * @param done for how many of them the step was done
 * @param left how many of them stay: the others are gone by somebody else's doing
 */
public record BulkResult(int seen, int done, int left) {}
