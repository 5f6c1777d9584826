/**
 * What the OpenRPC document of a contract says, as a model.
 *
 * <p>May import the JDK and Jackson's streaming core, nothing else: a build plugin, a command line
 * and a node all use it. Start reading at {@link io.callbox.contract.model.OpenRpc}, then {@link
 * io.callbox.contract.model.Schema}.
 */
@NullMarked
package io.callbox.contract.model;

import org.jspecify.annotations.NullMarked;
