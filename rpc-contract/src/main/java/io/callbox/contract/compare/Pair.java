package io.callbox.contract.compare;

import io.callbox.contract.model.Schema;
import io.callbox.contract.model.Schema.Named;

/**
 * What is compared with what: named types by their names, all else by where it is in its document,
 * because it may be large.
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
    @SuppressWarnings("ReferenceEquality") // two equal schemas at different places are two
    public boolean equals(Object other) {
      return other instanceof Place place && place.schema == schema;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(schema);
    }
  }
}
