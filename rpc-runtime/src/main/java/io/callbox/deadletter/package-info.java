/**
 * Lists, replays and drops dead letters: the requests that were given up on.
 *
 * <p>Start reading at {@link io.callbox.deadletter.DeadLetters}.
 */
@NullMarked
package io.callbox.deadletter;

import org.jspecify.annotations.NullMarked;
