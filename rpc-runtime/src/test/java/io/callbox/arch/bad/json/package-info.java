/** Breaks the rules on purpose. */
@NullMarked
package io.callbox.arch.bad.json;

import org.jspecify.annotations.NullMarked;
