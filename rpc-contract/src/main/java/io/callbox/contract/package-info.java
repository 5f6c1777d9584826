/**
 * Compares contracts with an earlier version of themselves, as a build does: finds the documents,
 * compares them, leaves out what is suppressed with a reason, and reports.
 *
 * <p>Start reading at {@link io.callbox.contract.ContractCheck}.
 */
@NullMarked
package io.callbox.contract;

import org.jspecify.annotations.NullMarked;
