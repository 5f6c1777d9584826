/**
 * A service with constraints on its parameters, which calls other services.
 *
 * <p>Start reading at {@link io.callbox.samples.desk.Desk}.
 */
@NullMarked
package io.callbox.samples.desk;

import org.jspecify.annotations.NullMarked;
