/**
 * The README's example, so that it compiles and runs.
 *
 * <p>Start reading at {@link io.callbox.samples.readme.Greeter}.
 */
@NullMarked
package io.callbox.samples.readme;

import org.jspecify.annotations.NullMarked;
