/**
 * The death of workers: a node renews its leases with a heartbeat, finds ended leases of other
 * workers, takes over their requests, and ends the calls that would wait for them.
 *
 * <p>The registry, the client and the server implement {@link io.callbox.internal.lease.NodeCard},
 * {@link io.callbox.internal.lease.WatchedCall}, {@link io.callbox.internal.lease.ServingSide} and
 * {@link io.callbox.internal.lease.DurableLosses}. Start reading at {@link
 * io.callbox.internal.lease.Heartbeat}.
 */
@NullMarked
package io.callbox.internal.lease;

import org.jspecify.annotations.NullMarked;
