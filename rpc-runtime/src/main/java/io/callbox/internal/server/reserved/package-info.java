/**
 * The methods that every server answers, from any queue.
 *
 * <p>Start reading at {@link io.callbox.internal.server.reserved.ReservedMethods}.
 */
@NullMarked
package io.callbox.internal.server.reserved;

import org.jspecify.annotations.NullMarked;
