/** Breaks the rules on purpose. */
@NullMarked
package io.callbox.arch.bad.internal.client.call;

import org.jspecify.annotations.NullMarked;
