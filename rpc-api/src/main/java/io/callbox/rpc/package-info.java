/**
 * The API for generated code, and for the programs that use it.
 *
 * <p>A method of a generated stub is one call of its {@link io.callbox.rpc.MethodDescriptor} on a
 * {@link io.callbox.rpc.RpcChannel}: {@link io.callbox.rpc.ClientCalls} makes it, or {@link
 * io.callbox.rpc.DurableCalls} if it is durable. A skeleton turns a method's name and parameters
 * into an {@link io.callbox.rpc.Invocation}, by {@link io.callbox.rpc.ServerCalls}. The client and
 * the server themselves are not visible here. Failures are one type, {@link
 * io.callbox.rpc.RpcException}, with a {@link io.callbox.rpc.StatusCode}.
 *
 * <p>Start reading at {@link io.callbox.rpc.RpcChannel}.
 */
@NullMarked
package io.callbox.rpc;

import org.jspecify.annotations.NullMarked;
