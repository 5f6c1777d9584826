/** Breaks the rules on purpose. */
@NullMarked
package io.callbox.arch.bad.internal.redisson.failure;

import org.jspecify.annotations.NullMarked;
