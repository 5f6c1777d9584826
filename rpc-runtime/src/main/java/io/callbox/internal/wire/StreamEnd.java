package io.callbox.internal.wire;

import org.jspecify.annotations.Nullable;

/**
 * The content of the response that ends a stream.
 *
 * @param items the number of items; negative if the response does not contain it
 * @param failure the reason why there are no more; null if these were all
 */
public record StreamEnd(long items, @Nullable Throwable failure) {}
