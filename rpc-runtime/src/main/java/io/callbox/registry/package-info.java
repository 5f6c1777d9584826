/**
 * Who is there: each node's record, and the leases that it holds on the queues it consumes, kept
 * alive by one heartbeat.
 *
 * <p>May import {@code transport}, {@code rpc} and {@code json}. Start reading at {@link
 * io.callbox.registry.NodeRegistry}, or, to see how a node gets there, at {@link
 * io.callbox.registry.NodeMembership}.
 */
@NullMarked
package io.callbox.registry;

import org.jspecify.annotations.NullMarked;
