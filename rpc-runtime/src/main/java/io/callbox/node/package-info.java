/**
 * The node, which users start: {@link io.callbox.node.RpcNode}, one client and one server under one
 * node id.
 *
 * <p>Start reading at {@link io.callbox.node.RpcNode}.
 */
@NullMarked
package io.callbox.node;

import org.jspecify.annotations.NullMarked;
