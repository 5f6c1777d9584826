package io.callbox.deadletter;

/**
 * The result of a step for many dead letters.
 *
 * @param seen how many letters the filter accepted
 * @param done for how many of these the step succeeded
 * @param left how many of these stay on the list; another program has removed the rest
 */
public record BulkResult(int seen, int done, int left) {}
