/** The example's shop. */
@NullMarked
package io.callbox.spring.example.shop;

import org.jspecify.annotations.NullMarked;
