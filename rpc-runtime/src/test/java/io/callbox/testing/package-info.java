/** What the tests of several modules share: services written by hand, as the compiler would. */
@NullMarked
package io.callbox.testing;

import org.jspecify.annotations.NullMarked;
