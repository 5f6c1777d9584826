/**
 * Annotations that users write on a contract. {@link io.callbox.annotation.RemoteService} makes an
 * interface a remote service; the others refine one method or parameter of it.
 *
 * <p>Class files keep all of them, so that the processor can read contracts of other modules. The
 * runtime does not read them. Start reading at {@link io.callbox.annotation.RemoteService}.
 */
@NullMarked
package io.callbox.annotation;

import org.jspecify.annotations.NullMarked;
