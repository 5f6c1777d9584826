/**
 * The calling side: sends requests, and completes each call exactly once.
 *
 * <p>This package puts the parts together, and gives each reply to its call. The packages below are
 * the parts: {@code channel} is what stubs call; {@code call}, {@code stream} and {@code durable}
 * are the ways to call; {@code request} makes requests, {@code push} brings them to their queues,
 * and {@code callback} ends futures.
 *
 * <p>Client and server do not use each other. Start reading at {@link
 * io.callbox.internal.client.RpcClient}.
 */
@NullMarked
package io.callbox.internal.client;

import org.jspecify.annotations.NullMarked;
