/** What stands before another transport and changes some of what it does. Depends on no other. */
@NullMarked
package io.callbox.testkit.forwarding;

import org.jspecify.annotations.NullMarked;
