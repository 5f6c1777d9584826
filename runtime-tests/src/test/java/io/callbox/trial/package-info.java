/** What breaks, watches and works in the runtime's tests, beside what the test kit has. */
@NullMarked
package io.callbox.trial;

import org.jspecify.annotations.NullMarked;
