/** What may be imported, by modules too small for a test of their own. */
@NullMarked
package io.callbox.architecture;

import org.jspecify.annotations.NullMarked;
