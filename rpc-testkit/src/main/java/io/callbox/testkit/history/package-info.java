/**
 * What was called, what ran and what came back, and whether that keeps what was promised, or is
 * linearizable; for as many seeds as there is time for.
 *
 * <p>May import {@code io.callbox.rpc}. Start reading at {@link
 * io.callbox.testkit.history.History}, or at {@link io.callbox.testkit.history.Linearizability}.
 */
@NullMarked
package io.callbox.testkit.history;

import org.jspecify.annotations.NullMarked;
