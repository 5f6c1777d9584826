/**
 * Nodes in processes of their own.
 *
 * <p>Start reading at {@link io.callbox.testkit.process.NodeProcess}.
 */
@NullMarked
package io.callbox.testkit.process;

import org.jspecify.annotations.NullMarked;
