/** Breaks a rule on purpose. */
@NullMarked
package io.callbox.cli.ring.two;

import org.jspecify.annotations.NullMarked;
