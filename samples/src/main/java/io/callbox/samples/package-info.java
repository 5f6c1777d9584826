/**
 * Programs that show what Callbox does, in one runnable jar: {@code serve}, {@code call}, {@code
 * demo} and {@code faults}. The services are in packages of their own; so is each command.
 *
 * <p>Start reading at {@link io.callbox.samples.arith.Arith}, a service, then {@link
 * io.callbox.samples.serve.ServeCommand}, which provides it, and {@link
 * io.callbox.samples.call.CallCommand}, which calls it.
 */
@NullMarked
package io.callbox.samples;

import org.jspecify.annotations.NullMarked;
