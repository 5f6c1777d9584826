/** An application to be tested. */
@NullMarked
package io.callbox.spring.test.example;

import org.jspecify.annotations.NullMarked;
