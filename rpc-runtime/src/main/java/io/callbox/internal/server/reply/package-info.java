/**
 * Sends responses: where to, when again, and what a failure looks like. Responses to the members of
 * a batch or of a chunk leave together.
 *
 * <p>Start reading at {@link io.callbox.internal.server.reply.ResponseSender}, then {@link
 * io.callbox.internal.server.reply.Failures}.
 */
@NullMarked
package io.callbox.internal.server.reply;

import org.jspecify.annotations.NullMarked;
