/**
 * What users start: {@link io.callbox.node.RpcNode}, one client and one server under one node id.
 *
 * <p>The highest floor: may import all others. Start reading at {@link io.callbox.node.RpcNode}.
 */
@NullMarked
package io.callbox.node;

import org.jspecify.annotations.NullMarked;
