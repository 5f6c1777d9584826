/**
 * JSON-RPC 2.0 over HTTP: {@code POST /rpc} and {@code GET /openrpc.json}. Start reading at {@link
 * io.callbox.internal.gateway.rpc.JsonRpcRoute}.
 */
@NullMarked
package io.callbox.internal.gateway.rpc;

import org.jspecify.annotations.NullMarked;
