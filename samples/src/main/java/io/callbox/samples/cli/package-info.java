/**
 * What the commands have in common: options, words, and what is said when they make no sense.
 *
 * <p>Imports nothing of the other samples. Start reading at {@link
 * io.callbox.samples.cli.CommandLine}.
 */
@NullMarked
package io.callbox.samples.cli;

import org.jspecify.annotations.NullMarked;
