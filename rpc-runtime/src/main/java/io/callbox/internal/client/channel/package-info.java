/**
 * The channels on which stubs call: one to a queue, and before it those with interceptors and to
 * all providers of a service.
 *
 * <p>Start reading at {@link io.callbox.internal.client.channel.QueueChannel}, then {@link
 * io.callbox.internal.client.channel.InterceptedChannel}.
 */
@NullMarked
package io.callbox.internal.client.channel;

import org.jspecify.annotations.NullMarked;
