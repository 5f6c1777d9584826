/** Micro-benchmarks of parts, by JMH. */
@NullMarked
package io.callbox.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
