/**
 * Reads the ends of futures, in one place for all modules. Exported only to modules of Callbox.
 *
 * <p>Start reading at {@link io.callbox.internal.failure.EndedFuture}.
 */
@NullMarked
package io.callbox.internal.failure;

import org.jspecify.annotations.NullMarked;
