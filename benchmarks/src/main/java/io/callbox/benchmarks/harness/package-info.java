/** Starts brokers, servers and clients, and measures them from outside. */
@NullMarked
package io.callbox.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
