/**
 * The source files that one call passes. Start reading at {@link
 * io.callbox.benchmarks.path.CallPath}.
 */
@NullMarked
package io.callbox.benchmarks.path;

import org.jspecify.annotations.NullMarked;
