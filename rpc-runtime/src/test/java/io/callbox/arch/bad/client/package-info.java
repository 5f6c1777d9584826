/** Breaks the rules on purpose. */
@NullMarked
package io.callbox.arch.bad.client;

import org.jspecify.annotations.NullMarked;
