/**
 * The output for people and scripts: tables, JSON, colours, progress. May import {@code json} and
 * picocli. Start reading at {@link io.callbox.cli.output.Output}.
 */
@NullMarked
package io.callbox.cli.output;

import org.jspecify.annotations.NullMarked;
