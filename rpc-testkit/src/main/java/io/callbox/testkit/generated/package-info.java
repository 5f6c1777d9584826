/**
 * Finds what the compiler made of remote interfaces. Imports nothing of the kit; start reading at
 * {@link io.callbox.testkit.generated.Generated}.
 */
@NullMarked
package io.callbox.testkit.generated;

import org.jspecify.annotations.NullMarked;
