/**
 * The {@code callbox} command: inspects, calls and operates the services of a Redis.
 *
 * <p>May import all packages below it, and the packages that {@code rpc-runtime} and {@code
 * rpc-contract} export. Start reading at {@link io.callbox.cli.Callbox}.
 */
@NullMarked
package io.callbox.cli;

import org.jspecify.annotations.NullMarked;
