/**
 * Requests in the form for people. May import {@code rpc}, {@code internal.wire} and {@code
 * transport}. Start reading at {@link io.callbox.internal.inspect.ShownRequest}.
 */
@NullMarked
package io.callbox.internal.inspect;

import org.jspecify.annotations.NullMarked;
