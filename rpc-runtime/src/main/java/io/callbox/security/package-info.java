/**
 * Identity and rights of callers: calls signed with shared secrets, and rules for methods.
 *
 * <p>A program that can write to the Redis can write to every queue. If not all of these programs
 * may call, {@link io.callbox.security.SignedCalls} on clients and {@link
 * io.callbox.security.SignatureCheck} on servers identify the caller, and {@link
 * io.callbox.security.MethodRules} decides what each caller may do. Nothing here encrypts data: a
 * program that can read the Redis can read arguments and results.
 *
 * <p>Start reading at {@link io.callbox.security.SignedCalls}.
 */
@NullMarked
package io.callbox.security;

import org.jspecify.annotations.NullMarked;
