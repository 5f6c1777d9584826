/**
 * What the parts of the test kit have in common: nodes that a test starts, and that end with it.
 *
 * <p>Start reading at {@link io.callbox.testkit.Nodes}.
 */
@NullMarked
package io.callbox.testkit;

import org.jspecify.annotations.NullMarked;
