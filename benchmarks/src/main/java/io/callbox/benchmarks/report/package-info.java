/** Tables, CSV files and SVG plots. */
@NullMarked
package io.callbox.benchmarks.report;

import org.jspecify.annotations.NullMarked;
