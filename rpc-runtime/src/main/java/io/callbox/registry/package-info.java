/**
 * Who is there: each node's record, put up, kept by its heartbeat, and read by the others.
 *
 * <p>May import {@code internal.lease}, {@code transport}, {@code rpc} and {@code json}. Start
 * reading at {@link io.callbox.registry.NodeRegistry}, or, to see how a node gets there, at {@link
 * io.callbox.registry.NodeMembership}.
 */
@NullMarked
package io.callbox.registry;

import org.jspecify.annotations.NullMarked;
