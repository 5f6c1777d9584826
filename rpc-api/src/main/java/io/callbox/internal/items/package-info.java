/**
 * What stubs and the runtime know of each other's streams, and nobody else: exported to the runtime
 * alone. Imports nothing.
 */
@NullMarked
package io.callbox.internal.items;

import org.jspecify.annotations.NullMarked;
