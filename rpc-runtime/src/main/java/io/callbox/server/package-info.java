/**
 * The serving side: takes requests, runs them, and always answers.
 *
 * <p>May import {@code wire}, {@code transport} and {@code rpc}; never {@code client}. Start
 * reading at {@link io.callbox.server.RpcServer}.
 */
@NullMarked
package io.callbox.server;

import org.jspecify.annotations.NullMarked;
