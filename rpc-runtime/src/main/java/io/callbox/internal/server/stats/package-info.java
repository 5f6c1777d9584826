/**
 * Counts what a server does: of each method, and of messages that belong to none.
 *
 * <p>Start reading at {@link io.callbox.internal.server.stats.MethodStats}.
 */
@NullMarked
package io.callbox.internal.server.stats;

import org.jspecify.annotations.NullMarked;
