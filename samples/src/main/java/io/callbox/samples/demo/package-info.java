/**
 * The command {@code demo}: shows the functions of Callbox, a line for each step, with a Redis and
 * some nodes of its own.
 *
 * <p>Start reading at {@link io.callbox.samples.demo.DemoCommand}; each step is a class.
 */
@NullMarked
package io.callbox.samples.demo;

import org.jspecify.annotations.NullMarked;
