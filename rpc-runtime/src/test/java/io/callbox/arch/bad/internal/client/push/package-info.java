/** Breaks the rules on purpose. */
@NullMarked
package io.callbox.arch.bad.internal.client.push;

import org.jspecify.annotations.NullMarked;
