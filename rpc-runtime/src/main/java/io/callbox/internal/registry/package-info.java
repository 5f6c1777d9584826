/**
 * A node's part in the registry: its card, which its heartbeat renews; the cards of other nodes;
 * and the services that are paused or spread.
 *
 * <p>Start reading at {@link io.callbox.internal.registry.NodeMembership}.
 */
@NullMarked
package io.callbox.internal.registry;

import org.jspecify.annotations.NullMarked;
