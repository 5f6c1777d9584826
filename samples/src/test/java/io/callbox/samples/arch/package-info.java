/** What may be imported, by modules too small for a test of their own. */
@NullMarked
package io.callbox.samples.arch;

import org.jspecify.annotations.NullMarked;
