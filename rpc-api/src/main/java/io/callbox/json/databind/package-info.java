/**
 * The parts of Jackson's databind that generated marshallers need: trees, which travel unchanged,
 * and the mapper for types that generated code cannot read and write itself.
 *
 * <p>Databind is loaded only if a contract uses it: a {@code JsonNode}, or a type that its
 * compilation warned of with RPC034. The mapper reflects on such a type; nothing else in the
 * product reflects. Start reading at {@link io.callbox.json.databind.Databind}.
 */
@NullMarked
package io.callbox.json.databind;

import org.jspecify.annotations.NullMarked;
