/**
 * Makes requests: their ids, their deadlines, and their bytes, for one caller with its settings.
 *
 * <p>Start reading at {@link io.callbox.internal.client.request.RequestFactory}. {@code
 * CallerIdentity} is where replies come and how ids begin; {@code ClientSettings} are those of the
 * whole client.
 */
@NullMarked
package io.callbox.internal.client.request;

import org.jspecify.annotations.NullMarked;
