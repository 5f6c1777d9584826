/**
 * The serving side: takes requests, runs them, and always answers.
 *
 * <p>Client and server do not use each other. Start reading at {@link
 * io.callbox.internal.server.RpcServer}.
 */
@NullMarked
package io.callbox.internal.server;

import org.jspecify.annotations.NullMarked;
