/** What is called, the same for every contestant. Imports nothing of the module. */
@NullMarked
package io.callbox.benchmarks.work;

import org.jspecify.annotations.NullMarked;
