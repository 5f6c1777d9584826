/** Breaks a rule on purpose. */
@NullMarked
package io.callbox.cli.ring.one;

import org.jspecify.annotations.NullMarked;
