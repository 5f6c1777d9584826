/**
 * Figures of calls, as Micrometer meters.
 *
 * <p>May import {@code io.callbox.rpc} and {@code io.callbox.node}. Start reading at {@link
 * io.callbox.micrometer.CallMeters}.
 */
@NullMarked
package io.callbox.micrometer;

import org.jspecify.annotations.NullMarked;
