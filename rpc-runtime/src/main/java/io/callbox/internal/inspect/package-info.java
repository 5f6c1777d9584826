/**
 * Requests in the form for people. Start reading at {@link
 * io.callbox.internal.inspect.ShownRequest}.
 */
@NullMarked
package io.callbox.internal.inspect;

import org.jspecify.annotations.NullMarked;
