/**
 * Reports all problems of an annotated interface at once, each with its code, on its element, and
 * with what to write instead.
 *
 * <p>An interface without problems can be read, written and compiled. Start reading at {@link
 * io.callbox.processor.validation.ServiceValidator}; all codes are in {@link
 * io.callbox.processor.validation.ProblemCode}.
 */
@NullMarked
package io.callbox.processor.validation;

import org.jspecify.annotations.NullMarked;
