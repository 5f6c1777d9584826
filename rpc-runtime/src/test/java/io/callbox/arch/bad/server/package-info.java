/** Breaks the rules on purpose. */
@NullMarked
package io.callbox.arch.bad.server;

import org.jspecify.annotations.NullMarked;
