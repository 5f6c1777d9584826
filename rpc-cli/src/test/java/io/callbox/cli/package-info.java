/** Each command on a real Redis, in this process; and the jar, in one of its own. */
@NullMarked
package io.callbox.cli;

import org.jspecify.annotations.NullMarked;
