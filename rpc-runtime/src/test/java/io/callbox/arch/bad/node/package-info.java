/** Breaks the rules on purpose. */
@NullMarked
package io.callbox.arch.bad.node;

import org.jspecify.annotations.NullMarked;
