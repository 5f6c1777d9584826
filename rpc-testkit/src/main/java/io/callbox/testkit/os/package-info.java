/** Functions of the operating system, for the test kit only. */
@NullMarked
package io.callbox.testkit.os;

import org.jspecify.annotations.NullMarked;
