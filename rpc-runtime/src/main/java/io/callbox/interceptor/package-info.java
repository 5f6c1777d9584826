/**
 * Interceptors that are ready to use: what travels from call to nested call, and what log lines say
 * of the call they belong to.
 *
 * <p>May import {@code io.callbox.rpc}. Start reading at {@link
 * io.callbox.interceptor.HeaderPropagation}.
 */
@NullMarked
package io.callbox.interceptor;

import org.jspecify.annotations.NullMarked;
