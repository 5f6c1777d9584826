/**
 * From the model to source code: one writer for each generated type, put together from smaller ones
 * for each kind of method.
 *
 * <p>May import {@code model}, and is the one place that knows JavaPoet; knows nothing of the
 * compiler. Makes up no names: those are the model's. Start reading at {@link
 * io.callbox.processor.writing.StubWriter}, then {@link
 * io.callbox.processor.writing.MarshallerWriter}.
 */
@NullMarked
package io.callbox.processor.writing;

import org.jspecify.annotations.NullMarked;
