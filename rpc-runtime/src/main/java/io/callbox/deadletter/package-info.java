/**
 * The requests that were given up on: seen, put back into their queue, and dropped.
 *
 * <p>May import {@code rpc}, {@code json}, {@code internal.wire} and {@code transport}. Start
 * reading at {@link io.callbox.deadletter.DeadLetters}.
 */
@NullMarked
package io.callbox.deadletter;

import org.jspecify.annotations.NullMarked;
