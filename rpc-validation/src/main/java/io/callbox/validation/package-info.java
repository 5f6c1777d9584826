/**
 * Arguments of calls, held to the constraints of Jakarta Bean Validation before anything runs.
 *
 * <p>May import {@code io.callbox.rpc} and {@code io.callbox.annotation}, and, unlike what it is
 * built on, {@code java.lang.reflect}: constraints are annotations, and looked up at run time.
 * Start reading at {@link io.callbox.validation.Validated}.
 */
@NullMarked
package io.callbox.validation;

import org.jspecify.annotations.NullMarked;
