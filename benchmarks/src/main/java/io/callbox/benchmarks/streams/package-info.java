/**
 * Measures how many items a second streams carry, beside other libraries. Start reading at {@code
 * Streams}.
 */
@NullMarked
package io.callbox.benchmarks.streams;

import org.jspecify.annotations.NullMarked;
