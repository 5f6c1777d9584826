/** The services that are called, the same for every contestant. */
@NullMarked
package io.callbox.benchmarks.work;

import org.jspecify.annotations.NullMarked;
