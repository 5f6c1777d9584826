/**
 * Checks the arguments of calls against the constraints of Jakarta Bean Validation, before the
 * implementation runs.
 *
 * <p>Uses reflection, because constraints are annotations that are looked up at run time. Start
 * reading at {@link io.callbox.validation.Validated}.
 */
@NullMarked
package io.callbox.validation;

import org.jspecify.annotations.NullMarked;
