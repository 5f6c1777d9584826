/**
 * The OpenRPC document of a contract, as a model.
 *
 * <p>A build plugin, a command line and a node all use it. Start reading at {@link
 * io.callbox.contract.model.OpenRpc}, then {@link io.callbox.contract.model.Schema}.
 */
@NullMarked
package io.callbox.contract.model;

import org.jspecify.annotations.NullMarked;
