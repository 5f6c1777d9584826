/**
 * The futures of calls, and the threads that end them and run the callbacks on them.
 *
 * <p>Start reading at {@link io.callbox.internal.client.callback.CallFuture}, then {@link
 * io.callbox.internal.client.callback.CallbackExecutor}.
 */
@NullMarked
package io.callbox.internal.client.callback;

import org.jspecify.annotations.NullMarked;
