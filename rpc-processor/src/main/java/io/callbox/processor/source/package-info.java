/**
 * Java source: types, methods and code as values, and the text of a class with its imports. It
 * offers what generated code consists of, and no more.
 *
 * <p>May import nothing of the processor. Start reading at {@link
 * io.callbox.processor.source.CodeBlock}, then {@link io.callbox.processor.source.SourceWriter}.
 */
@NullMarked
package io.callbox.processor.source;

import org.jspecify.annotations.NullMarked;
