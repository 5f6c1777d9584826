/** Breaks the rules on purpose. */
@NullMarked
package io.callbox.arch.bad.internal.server.reply;

import org.jspecify.annotations.NullMarked;
