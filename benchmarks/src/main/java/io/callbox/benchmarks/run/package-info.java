/** The programmes: which contestants, loads and rounds; and the ratios they are judged by. */
@NullMarked
package io.callbox.benchmarks.run;

import org.jspecify.annotations.NullMarked;
