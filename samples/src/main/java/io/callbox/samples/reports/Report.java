package io.callbox.samples.reports;

/**
 * A report.
 *
 * @param month what it is of
 * @param pages how many pages it has
 */
public record Report(String month, int pages) {}
