/**
 * A service whose work several nodes share, and whose calls may be run again.
 *
 * <p>Start reading at {@link io.callbox.samples.fibonacci.Fibonacci}.
 */
@NullMarked
package io.callbox.samples.fibonacci;

import org.jspecify.annotations.NullMarked;
