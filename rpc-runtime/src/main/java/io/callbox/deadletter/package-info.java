/**
 * Lists, replays and drops the requests that were given up on.
 *
 * <p>May import {@code rpc}, {@code json}, {@code internal.wire} and {@code transport}. Start
 * reading at {@link io.callbox.deadletter.DeadLetters}.
 */
@NullMarked
package io.callbox.deadletter;

import org.jspecify.annotations.NullMarked;
