/**
 * The serving side: takes requests, runs them, and always answers.
 *
 * <p>May import {@code wire}, {@code concurrent}, {@code transport}, {@code lease}, {@code
 * registry} and {@code rpc}; never {@code client}. Start reading at {@link
 * io.callbox.internal.server.RpcServer}.
 */
@NullMarked
package io.callbox.internal.server;

import org.jspecify.annotations.NullMarked;
