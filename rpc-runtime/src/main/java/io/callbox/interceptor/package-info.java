/**
 * Ready-made interceptors: for headers that travel from a call to nested calls, and for the call in
 * the MDC of log lines.
 *
 * <p>May import {@code io.callbox.rpc}. Start reading at {@link
 * io.callbox.interceptor.HeaderPropagation}.
 */
@NullMarked
package io.callbox.interceptor;

import org.jspecify.annotations.NullMarked;
