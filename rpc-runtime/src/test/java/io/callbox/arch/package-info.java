/** What holds the house up: floors, no rings, no reflection. */
@NullMarked
package io.callbox.arch;

import org.jspecify.annotations.NullMarked;
