/** Breaks the rules on purpose. */
@NullMarked
package io.callbox.arch.bad.internal.lease;

import org.jspecify.annotations.NullMarked;
