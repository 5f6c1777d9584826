/** The client and server processes: their loads, and figures of the process itself. */
@NullMarked
package io.callbox.benchmarks.driver;

import org.jspecify.annotations.NullMarked;
