/**
 * Who is there: the leases that a node holds on the queues it consumes, kept alive by heartbeat.
 *
 * <p>May import {@code transport} and {@code rpc}. Start reading at {@link
 * io.callbox.registry.Heartbeat}.
 */
@NullMarked
package io.callbox.registry;

import org.jspecify.annotations.NullMarked;
