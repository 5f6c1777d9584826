/** Base classes that forward to another transport. */
@NullMarked
package io.callbox.testkit.forwarding;

import org.jspecify.annotations.NullMarked;
