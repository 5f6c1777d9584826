/**
 * The output for people and scripts: tables, JSON, colours, progress. Start reading at {@link
 * io.callbox.cli.output.Output}.
 */
@NullMarked
package io.callbox.cli.output;

import org.jspecify.annotations.NullMarked;
