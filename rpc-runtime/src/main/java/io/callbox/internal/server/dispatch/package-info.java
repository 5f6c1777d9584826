/**
 * From a request in bytes to the end of its call: reads it, finds its method, runs it or refuses
 * it, and hands it over to a node that serves it better.
 *
 * <p>Start reading at {@link io.callbox.internal.server.dispatch.Dispatcher}, then {@link
 * io.callbox.internal.server.dispatch.CallRunner}.
 */
@NullMarked
package io.callbox.internal.server.dispatch;

import org.jspecify.annotations.NullMarked;
