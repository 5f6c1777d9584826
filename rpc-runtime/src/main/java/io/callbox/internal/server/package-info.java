/**
 * The serving side: takes requests, runs them, and always answers.
 *
 * <p>May import {@code registry}, {@code lease}, {@code concurrent}, {@code wire}, {@code
 * transport}, {@code rpc}, {@code json}, {@code log} and {@code failure}; never {@code client}.
 * Start reading at {@link io.callbox.internal.server.RpcServer}.
 */
@NullMarked
package io.callbox.internal.server;

import org.jspecify.annotations.NullMarked;
