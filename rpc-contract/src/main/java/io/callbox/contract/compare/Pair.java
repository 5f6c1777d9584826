package io.callbox.contract.compare;

import io.callbox.contract.model.Schema;
import io.callbox.contract.model.Schema.Named;

/**
 * Two compared schemas: named types by their names, all others by their place in the document,
 * because they may be large.
 */
record Pair(Object written, Object read) {

  static Pair of(Schema written, Schema read) {
    return new Pair(key(written), key(read));
  }

  private static Object key(Schema schema) {
    return schema instanceof Named ? schema : new Place(schema);
  }

  private record Place(Schema schema) {

    @Override
    @SuppressWarnings("ReferenceEquality") // equal schemas at different places count as different
    public boolean equals(Object other) {
      return other instanceof Place place && place.schema == schema;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(schema);
    }
  }
}
