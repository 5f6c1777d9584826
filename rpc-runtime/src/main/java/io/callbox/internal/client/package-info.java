/**
 * The calling side: sends requests, and completes each call exactly once.
 *
 * <p>May import {@code registry}, {@code lease}, {@code concurrent}, {@code wire}, {@code
 * transport}, {@code rpc}, {@code json}, {@code log}, {@code failure} and {@code items}; never
 * {@code server}. Start reading at {@link io.callbox.internal.client.RpcClient}.
 */
@NullMarked
package io.callbox.internal.client;

import org.jspecify.annotations.NullMarked;
