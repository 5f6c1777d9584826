/**
 * The parts of Jackson's databind that generated marshallers need: trees, which travel unchanged,
 * and the mapper for types that generated code cannot read and write itself.
 *
 * <p>The one package that imports {@code com.fasterxml.jackson.databind}. None of it is loaded
 * unless a contract uses it: a {@code JsonNode}, or a type that its compilation warned of with
 * RPC034. The mapper reflects on such a type; nothing else in the product reflects. Start reading
 * at {@link io.callbox.json.databind.Databind}.
 */
@NullMarked
package io.callbox.json.databind;

import org.jspecify.annotations.NullMarked;
