package io.callbox.contract.compare;

import io.callbox.contract.model.Schema;
import io.callbox.contract.model.Schema.Anything;
import io.callbox.contract.model.Schema.Checked;
import io.callbox.contract.model.Schema.Named;
import io.callbox.contract.model.Schema.Null;
import io.callbox.contract.model.Schema.Nullable;
import java.util.Map;
import java.util.Optional;

/**
 * One of the two versions.
 *
 * @param newer whether it is the newer one
 * @param types its types by name
 */
record Side(boolean newer, Map<String, Schema> types) {

  /** Returns the type to which a reference leads, perhaps over several references. */
  Schema resolve(Schema schema) {
    Schema resolved = schema;
    for (int hops = 0; resolved instanceof Named named && hops <= types.size(); hops++) {
      resolved = types.getOrDefault(named.name(), new Anything(Optional.empty()));
    }
    return resolved;
  }

  /** Returns whether a value is null, or may be. */
  boolean isNull(Schema schema) {
    Schema resolved = unchecked(resolve(schema));
    return resolved instanceof Null || resolved instanceof Nullable;
  }

  /** Returns whether null can be read as such a value. */
  boolean takesNull(Schema schema) {
    return isNull(schema) || unchecked(resolve(schema)) instanceof Anything;
  }

  static Schema unchecked(Schema schema) {
    return schema instanceof Checked checked ? checked.value() : schema;
  }
}
