/** Base classes that forward to another transport. Depends on no other package of the test kit. */
@NullMarked
package io.callbox.testkit.forwarding;

import org.jspecify.annotations.NullMarked;
