/**
 * JSON-RPC 2.0 over HTTP: {@code POST /rpc} and {@code GET /openrpc.json}. Start with {@link
 * io.callbox.internal.gateway.rpc.JsonRpcRoute}. Imports {@code http} and {@code calls}.
 */
@NullMarked
package io.callbox.internal.gateway.rpc;

import org.jspecify.annotations.NullMarked;
