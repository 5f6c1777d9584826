/** Breaks the rules on purpose. */
@NullMarked
package io.callbox.arch.bad.internal.redisson.script;

import org.jspecify.annotations.NullMarked;
