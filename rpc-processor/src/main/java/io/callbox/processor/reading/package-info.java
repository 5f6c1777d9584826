/**
 * From the compiler's language model to Callbox's model: which methods of an interface are remote,
 * which form a type has, and how an exception can be rebuilt.
 *
 * <p>Classification ({@code TypeForms}, {@code Contract}, {@code RebuildableExceptions}) accepts
 * everything that a user can write; validation uses it. The readers of models assume that
 * validation found no problems.
 *
 * <p>Start reading at {@link io.callbox.processor.reading.ServiceReader}.
 */
@NullMarked
package io.callbox.processor.reading;

import org.jspecify.annotations.NullMarked;
