/**
 * Finds the generated classes of remote interfaces. Start reading at {@link
 * io.callbox.testkit.generated.Generated}.
 */
@NullMarked
package io.callbox.testkit.generated;

import org.jspecify.annotations.NullMarked;
