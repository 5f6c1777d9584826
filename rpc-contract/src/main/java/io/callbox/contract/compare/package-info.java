/**
 * Compares two versions of a contract: what one side writes is compared with what the other side
 * reads, for each pairing of old and new.
 *
 * <p>Start reading at {@link io.callbox.contract.compare.Comparison}, then {@link
 * io.callbox.contract.compare.Flow}.
 */
@NullMarked
package io.callbox.contract.compare;

import org.jspecify.annotations.NullMarked;
