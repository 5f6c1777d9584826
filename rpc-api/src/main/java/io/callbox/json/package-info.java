/**
 * JSON reading and writing of standard types, for generated marshallers.
 *
 * <p>Everything here works on Jackson's streaming parser and generator: no trees, no reflection.
 * One convention holds for every reader: it is called with the parser on the value's first token,
 * never on {@code null} unless it says so, and leaves it on the value's last token. A value that
 * does not fit causes a {@link io.callbox.json.JsonMismatchException}, which knows the value's
 * path.
 *
 * <p>Start reading at {@link io.callbox.json.Members}.
 */
@NullMarked
package io.callbox.json;

import org.jspecify.annotations.NullMarked;
