/**
 * A service with a record as result and a declared exception.
 *
 * <p>Start reading at {@link io.callbox.samples.arith.Arith}.
 */
@NullMarked
package io.callbox.samples.arith;

import org.jspecify.annotations.NullMarked;
