/**
 * Who calls, and who may: calls signed with shared secrets, and rules for methods.
 *
 * <p>Whoever can write to the Redis can write to every queue. Where that is more than may call,
 * {@link io.callbox.security.SignedCalls} on clients and {@link io.callbox.security.SignatureCheck}
 * on servers tell who it is, and {@link io.callbox.security.MethodRules} says what they may.
 * Nothing here hides anything: arguments and results are there to read for whoever can read the
 * Redis.
 *
 * <p>May import {@code io.callbox.rpc}. Start reading at {@link io.callbox.security.SignedCalls}.
 */
@NullMarked
package io.callbox.security;

import org.jspecify.annotations.NullMarked;
