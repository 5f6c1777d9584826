/**
 * Makes requests: their ids, their deadlines, and their bytes, for one caller with its settings.
 *
 * <p>Start reading at {@link io.callbox.internal.client.request.RequestFactory}.
 */
@NullMarked
package io.callbox.internal.client.request;

import org.jspecify.annotations.NullMarked;
