/** A whole application, whose tests bring what it needs. */
@NullMarked
package io.callbox.spring.test.whole;

import org.jspecify.annotations.NullMarked;
