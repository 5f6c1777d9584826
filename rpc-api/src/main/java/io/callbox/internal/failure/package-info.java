/**
 * How failures of futures are read, in one place for all modules: exported to the runtime, the
 * gateway and the test kit alone. Imports nothing.
 */
@NullMarked
package io.callbox.internal.failure;

import org.jspecify.annotations.NullMarked;
