/**
 * The registry of nodes as users see it: which nodes there are, what they provide, and which
 * services are paused or spread.
 *
 * <p>Start reading at {@link io.callbox.registry.NodeRegistry}.
 */
@NullMarked
package io.callbox.registry;

import org.jspecify.annotations.NullMarked;
