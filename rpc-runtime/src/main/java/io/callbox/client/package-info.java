/**
 * The calling side: sends requests, and completes each call exactly once.
 *
 * <p>May import {@code wire}, {@code transport} and {@code rpc}; never {@code server}. Start
 * reading at {@link io.callbox.client.RpcClient}.
 */
@NullMarked
package io.callbox.client;

import org.jspecify.annotations.NullMarked;
