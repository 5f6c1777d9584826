/**
 * The command {@code serve}: a node that provides all sample services.
 *
 * <p>Start reading at {@link io.callbox.samples.serve.ServeCommand}.
 */
@NullMarked
package io.callbox.samples.serve;

import org.jspecify.annotations.NullMarked;
