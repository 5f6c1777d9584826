/**
 * Ready-made interceptors: for headers that travel from a call to nested calls, and for the call in
 * the MDC of log lines.
 *
 * <p>Start reading at {@link io.callbox.interceptor.HeaderPropagation}.
 */
@NullMarked
package io.callbox.interceptor;

import org.jspecify.annotations.NullMarked;
