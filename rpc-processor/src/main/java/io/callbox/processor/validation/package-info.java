/**
 * Says everything that is wrong with an annotated interface at once, each problem with its code, on
 * the element it is about, and with what to write instead.
 *
 * <p>What passes here can be read, written and compiled. May import {@code reading} and {@code
 * model}. Start reading at {@link io.callbox.processor.validation.ServiceValidator}; all codes are
 * in {@link io.callbox.processor.validation.ProblemCode}.
 */
@NullMarked
package io.callbox.processor.validation;

import org.jspecify.annotations.NullMarked;
