/**
 * The common parts of the commands: options, words, and messages for wrong ones.
 *
 * <p>Start reading at {@link io.callbox.samples.cli.CommandLine}.
 */
@NullMarked
package io.callbox.samples.cli;

import org.jspecify.annotations.NullMarked;
