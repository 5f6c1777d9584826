/** Classes that break every rule: each rule is shown to find them. */
@NullMarked
package io.callbox.arch.bad;

import org.jspecify.annotations.NullMarked;
