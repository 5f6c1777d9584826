package io.callbox.contract;

import io.callbox.contract.compare.Difference;
import java.util.Optional;

/**
 * A difference, and the reason why it is suppressed, if it is. Immutable.
 *
 * @param difference the difference
 * @param suppressed the reason of its suppression; empty if it counts
 */
public record Judged(Difference difference, Optional<String> suppressed) {}
