package io.callbox.internal.wire;

import org.jspecify.annotations.Nullable;

/**
 * The content of the response that ends a stream.
 *
 * @param items how many items there were; below 0 if it does not say
 * @param failure why there are no more; null if these were all
 */
public record StreamEnd(long items, @Nullable Throwable failure) {}
