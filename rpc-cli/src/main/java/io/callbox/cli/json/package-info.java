/**
 * JSON as maps, lists and plain values. May import Jackson's streams, nothing of this module. Start
 * reading at {@link io.callbox.cli.json.JsonValues}.
 */
@NullMarked
package io.callbox.cli.json;

import org.jspecify.annotations.NullMarked;
