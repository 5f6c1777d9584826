/** The examples of {@code docs/testing.md}. */
@NullMarked
package io.callbox.testkit.example;

import org.jspecify.annotations.NullMarked;
