/**
 * The serving side: takes requests, runs them, and always answers.
 *
 * <p>This package puts the parts together, and has what concerns a whole server: its queues and
 * shards, its threads, what it reports of dead workers, how it starts and closes. The packages
 * below are the parts: {@code receive} takes requests, {@code dispatch} runs them, {@code reply}
 * answers, {@code stream} and {@code durable} serve the other ways to call, {@code reserved} the
 * methods of every server; {@code service}, {@code settings} and {@code stats} are what all of them
 * use.
 *
 * <p>Client and server do not use each other. Start reading at {@link
 * io.callbox.internal.server.RpcServer}, then {@link io.callbox.internal.server.ServerParts}.
 */
@NullMarked
package io.callbox.internal.server;

import org.jspecify.annotations.NullMarked;
