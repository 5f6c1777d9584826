/**
 * The calling side: sends requests, and completes each call exactly once.
 *
 * <p>Client and server do not use each other. Start reading at {@link
 * io.callbox.internal.client.RpcClient}.
 */
@NullMarked
package io.callbox.internal.client;

import org.jspecify.annotations.NullMarked;
