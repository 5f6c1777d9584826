/**
 * The registry of nodes: each node writes its card, renews it with its heartbeat, and reads the
 * cards of other nodes.
 *
 * <p>Start reading at {@link io.callbox.registry.NodeRegistry}; {@link
 * io.callbox.registry.NodeMembership} shows how a node registers.
 */
@NullMarked
package io.callbox.registry;

import org.jspecify.annotations.NullMarked;
