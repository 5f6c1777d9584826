/**
 * Records calls, runs and outcomes, and checks promises and linearizability, for many seeds.
 *
 * <p>Start reading at {@link io.callbox.testkit.history.History}, or at {@link
 * io.callbox.testkit.history.Linearizability}.
 */
@NullMarked
package io.callbox.testkit.history;

import org.jspecify.annotations.NullMarked;
