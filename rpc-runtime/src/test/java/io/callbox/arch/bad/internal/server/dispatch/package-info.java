/** Breaks the rules on purpose. */
@NullMarked
package io.callbox.arch.bad.internal.server.dispatch;

import org.jspecify.annotations.NullMarked;
