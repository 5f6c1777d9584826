/**
 * The common part of the test kit: nodes that a test starts, and that end with the test.
 *
 * <p>Start reading at {@link io.callbox.testkit.Nodes}.
 */
@NullMarked
package io.callbox.testkit;

import org.jspecify.annotations.NullMarked;
