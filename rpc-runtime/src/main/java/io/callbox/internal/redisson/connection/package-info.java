/**
 * The connections to the servers of a Redisson client, each with the commands that are sent over
 * it.
 *
 * <p>Only this package uses internal parts of Redisson, which a new version may change without
 * notice. If they are not available, as with a client that is no plain one, it says so, and others
 * send by Redisson.
 *
 * <p>Start reading at {@link io.callbox.internal.redisson.connection.Masters}, then {@link
 * io.callbox.internal.redisson.connection.DirectConnection}.
 */
@NullMarked
package io.callbox.internal.redisson.connection;

import org.jspecify.annotations.NullMarked;
