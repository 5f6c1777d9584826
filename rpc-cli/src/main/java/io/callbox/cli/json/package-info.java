/**
 * JSON as maps, lists and plain values. Start reading at {@link io.callbox.cli.json.JsonValues}.
 */
@NullMarked
package io.callbox.cli.json;

import org.jspecify.annotations.NullMarked;
