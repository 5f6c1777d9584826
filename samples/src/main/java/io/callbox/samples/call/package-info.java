/**
 * The command {@code call}: one call through a generated stub.
 *
 * <p>Start reading at {@link io.callbox.samples.call.CallCommand}.
 */
@NullMarked
package io.callbox.samples.call;

import org.jspecify.annotations.NullMarked;
