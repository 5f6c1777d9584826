/**
 * The interface of stubs and the runtime for streams; exported only to the runtime. Imports
 * nothing.
 */
@NullMarked
package io.callbox.internal.items;

import org.jspecify.annotations.NullMarked;
