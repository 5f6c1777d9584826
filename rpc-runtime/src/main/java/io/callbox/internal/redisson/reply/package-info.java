/**
 * Responses, each with the acknowledgment of its request.
 *
 * <p>Start reading at {@link io.callbox.internal.redisson.reply.ReplyScript}.
 */
@NullMarked
package io.callbox.internal.redisson.reply;

import org.jspecify.annotations.NullMarked;
