/**
 * What is known of a worker's death, and what is done about it: a node keeps its leases by a
 * heartbeat, finds those of others that have ended, takes over what they held, and ends the calls
 * that would wait for them.
 *
 * <p>May import {@code wire}, {@code concurrent}, {@code transport} and {@code rpc}; never {@code
 * registry}, {@code client} or {@code server}, which it knows by {@link
 * io.callbox.internal.lease.NodeCard}, {@link io.callbox.internal.lease.WatchedCall}, {@link
 * io.callbox.internal.lease.ServingSide} and {@link io.callbox.internal.lease.DurableLosses}. Start
 * reading at {@link io.callbox.internal.lease.Heartbeat}.
 */
@NullMarked
package io.callbox.internal.lease;

import org.jspecify.annotations.NullMarked;
