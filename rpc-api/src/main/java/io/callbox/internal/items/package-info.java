/** The interface between stubs and the runtime for streams. Exported only to modules of Callbox. */
@NullMarked
package io.callbox.internal.items;

import org.jspecify.annotations.NullMarked;
