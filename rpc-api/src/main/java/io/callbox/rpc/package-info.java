/**
 * The API for generated code, and for the programs that use it.
 *
 * <p>A method of a generated stub is one call of its {@link io.callbox.rpc.MethodDescriptor} on a
 * {@link io.callbox.rpc.RpcChannel}, and {@link io.callbox.rpc.ClientCalls} makes it; a skeleton
 * turns a method's name and parameters into an {@link io.callbox.rpc.Invocation}. What stands
 * behind either is not visible here. Failures are one type, {@link io.callbox.rpc.RpcException},
 * with a {@link io.callbox.rpc.StatusCode}.
 *
 * <p>May import {@code io.callbox.json}, {@code io.callbox.log} and {@code
 * io.callbox.internal.failure} only. Start reading at {@link io.callbox.rpc.RpcChannel}.
 */
@NullMarked
package io.callbox.rpc;

import org.jspecify.annotations.NullMarked;
