/** The contracts of the example. */
@NullMarked
package io.callbox.spring.example.contract;

import org.jspecify.annotations.NullMarked;
