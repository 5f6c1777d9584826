/** Breaks a rule on purpose. */
@NullMarked
package io.callbox.testkit.ring.two;

import org.jspecify.annotations.NullMarked;
