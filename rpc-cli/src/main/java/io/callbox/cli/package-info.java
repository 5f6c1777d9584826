/**
 * The {@code callbox} command: inspects, calls and operates the services of a Redis.
 *
 * <p>Start reading at {@link io.callbox.cli.Callbox}.
 */
@NullMarked
package io.callbox.cli;

import org.jspecify.annotations.NullMarked;
