/**
 * Figures of calls, as Micrometer meters.
 *
 * <p>Start reading at {@link io.callbox.micrometer.CallMeters}.
 */
@NullMarked
package io.callbox.micrometer;

import org.jspecify.annotations.NullMarked;
