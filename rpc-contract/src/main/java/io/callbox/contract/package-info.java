/**
 * Holds contracts against an earlier version of themselves, as a build does: finds the documents,
 * compares them, leaves out what is suppressed with a reason, and reports.
 *
 * <p>May import {@code io.callbox.contract.compare}, {@code io.callbox.contract.model} and
 * Jackson's streaming core. Start reading at {@link io.callbox.contract.ContractCheck}.
 */
@NullMarked
package io.callbox.contract;

import org.jspecify.annotations.NullMarked;
