/**
 * The interface between stubs and the runtime for streams. Exported only to modules of Callbox.
 *
 * <p>Start reading at {@link io.callbox.internal.items.PeekedSubscription}.
 */
@NullMarked
package io.callbox.internal.items;

import org.jspecify.annotations.NullMarked;
