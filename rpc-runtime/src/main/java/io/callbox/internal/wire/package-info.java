/**
 * The messages: JSON-RPC 2.0 requests and responses, as bytes.
 *
 * <pre>
 * {"jsonrpc":"2.0","id":"n1-7f3a-42","method":"Arith.multiply",          head: what routing needs
 *  "replyTo":"replies:n1:7f3a","deadline":1763679600123,"sentAt":1763679590123,
 *  "from":"n1","headers":{…},
 *  "params":{"a":7,"b":8}}                                               last, so that it streams
 * </pre>
 *
 * <p>Arguments and results are written into and read out of the envelope by the marshaller itself:
 * there is no tree, string or map in between. Any order of members is accepted; only {@code params}
 * before {@code method} costs a second look at them.
 *
 * <p>Start reading at {@link io.callbox.internal.wire.RequestReader}.
 */
@NullMarked
package io.callbox.internal.wire;

import org.jspecify.annotations.NullMarked;
