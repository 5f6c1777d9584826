/**
 * From the model to source code: one writer for each generated type, composed of smaller writers
 * for each kind of method.
 *
 * <p>Only this package uses JavaPoet. All names come from the model.
 *
 * <p>Start reading at {@link io.callbox.processor.writing.StubWriter}, then {@link
 * io.callbox.processor.writing.MarshallerWriter}.
 */
@NullMarked
package io.callbox.processor.writing;

import org.jspecify.annotations.NullMarked;
