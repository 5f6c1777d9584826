/** What runs in the client and server processes: loads, and figures of the process itself. */
@NullMarked
package io.callbox.benchmarks.driver;

import org.jspecify.annotations.NullMarked;
