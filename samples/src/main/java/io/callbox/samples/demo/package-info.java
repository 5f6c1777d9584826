/**
 * The command {@code demo}: what Callbox does, a line for each step, with a Redis and some nodes of
 * its own.
 *
 * <p>Imports the services' contracts and {@code io.callbox.samples.cli}. Start reading at {@link
 * io.callbox.samples.demo.DemoCommand}; each step is a class.
 */
@NullMarked
package io.callbox.samples.demo;

import org.jspecify.annotations.NullMarked;
