/** The example's stock. */
@NullMarked
package io.callbox.spring.example.stock;

import org.jspecify.annotations.NullMarked;
