/** Breaks the rules on purpose. */
@NullMarked
package io.callbox.arch.bad.rpc;

import org.jspecify.annotations.NullMarked;
