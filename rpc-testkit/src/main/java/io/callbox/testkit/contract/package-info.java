/**
 * Tests of contracts: sends random arguments and results through stub, envelope and skeleton and
 * back, and compares envelopes with files.
 *
 * <p>Uses reflection, as tools for tests may. Start reading at {@link
 * io.callbox.testkit.contract.Contract}.
 */
@NullMarked
package io.callbox.testkit.contract;

import org.jspecify.annotations.NullMarked;
