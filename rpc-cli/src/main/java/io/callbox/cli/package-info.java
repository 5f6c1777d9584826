/**
 * The {@code callbox} command: sees, calls and tends the services behind a Redis.
 *
 * <p>May import all packages below it, and what {@code rpc-runtime} and {@code rpc-contract}
 * export. Start reading at {@link io.callbox.cli.Callbox}.
 */
@NullMarked
package io.callbox.cli;

import org.jspecify.annotations.NullMarked;
