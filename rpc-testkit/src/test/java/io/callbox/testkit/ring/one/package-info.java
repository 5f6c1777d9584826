/** Breaks a rule on purpose. */
@NullMarked
package io.callbox.testkit.ring.one;

import org.jspecify.annotations.NullMarked;
