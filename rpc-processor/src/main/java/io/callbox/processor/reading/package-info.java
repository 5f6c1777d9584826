/**
 * From the compiler's language model to ours: which methods of an interface are remote, what form a
 * type has, how an exception can be rebuilt; and the model made of it.
 *
 * <p>Classification ({@code TypeForms}, {@code Contract}, {@code RebuildableExceptions}) accepts
 * whatever the user wrote, and is what validation asks. The readers of models assume that
 * validation found nothing.
 *
 * <p>May import {@code model}; knows nothing of how code is written. Start reading at {@link
 * io.callbox.processor.reading.ServiceReader}.
 */
@NullMarked
package io.callbox.processor.reading;

import org.jspecify.annotations.NullMarked;
