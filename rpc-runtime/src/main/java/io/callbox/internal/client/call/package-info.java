/**
 * The calls of a client, from their registration to their end: answered, sent again, timed out,
 * cancelled. Calls that have no reply end when they are pushed.
 *
 * <p>Start reading at {@link io.callbox.internal.client.call.CallSender}, then {@link
 * io.callbox.internal.client.call.PendingCall}.
 */
@NullMarked
package io.callbox.internal.client.call;

import org.jspecify.annotations.NullMarked;
