/** What the kit asks of the operating system; for the kit alone. May import nothing of Callbox. */
@NullMarked
package io.callbox.testkit.os;

import org.jspecify.annotations.NullMarked;
