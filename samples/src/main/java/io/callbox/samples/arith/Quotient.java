package io.callbox.samples.arith;

/**
 * The outcome of a whole-number division.
 *
 * @param quotient how often the divisor fits
 * @param remainder what is left
 */
public record Quotient(int quotient, int remainder) {}
