/**
 * Moves messages through Redis lists, by Redisson.
 *
 * <p>These classes avoid some limits of Redisson, and give the reason where they do: whole seconds
 * only, a pop's count no smaller than its timeout in seconds, no interrupt and no cancel of a
 * blocking pop, and no shutdown while one is outstanding.
 *
 * <p>These classes use internal parts of Redisson, which a new version may change without notice:
 * {@code ConnectionEnd}, {@code DirectConnection}, {@code ForgottenScript}, {@code Masters}, {@code
 * StaleMaster}, {@code SyncedConnections}, {@code SyncedScripts}, {@code Together}, {@code
 * Transactions} and {@code WholeBuffers}.
 *
 * <p>Start reading at {@link io.callbox.transport.redisson.RedissonTransport}.
 */
@NullMarked
package io.callbox.transport.redisson;

import org.jspecify.annotations.NullMarked;
