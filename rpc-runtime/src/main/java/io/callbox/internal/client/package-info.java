/**
 * The calling side: sends requests, and completes each call exactly once.
 *
 * <p>May import {@code wire}, {@code concurrent}, {@code transport}, {@code lease}, {@code
 * registry} and {@code rpc}; never {@code server}. Start reading at {@link
 * io.callbox.internal.client.RpcClient}.
 */
@NullMarked
package io.callbox.internal.client;

import org.jspecify.annotations.NullMarked;
