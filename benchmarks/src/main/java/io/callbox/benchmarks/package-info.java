/**
 * Callbox and its peers, measured side by side. Start reading at {@link
 * io.callbox.benchmarks.Main}.
 */
@NullMarked
package io.callbox.benchmarks;

import org.jspecify.annotations.NullMarked;
