/**
 * The command {@code call}: one call through a generated stub.
 *
 * <p>Imports the services' contracts and {@code io.callbox.samples.cli}. Start reading at {@link
 * io.callbox.samples.call.CallCommand}.
 */
@NullMarked
package io.callbox.samples.call;

import org.jspecify.annotations.NullMarked;
