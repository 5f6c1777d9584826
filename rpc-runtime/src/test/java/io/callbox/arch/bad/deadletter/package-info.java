/** Breaks the rules on purpose. */
@NullMarked
package io.callbox.arch.bad.deadletter;

import org.jspecify.annotations.NullMarked;
