/** What the runtime's tests share: a real Redis, and a service written by hand. */
@NullMarked
package io.callbox.testing;

import org.jspecify.annotations.NullMarked;
