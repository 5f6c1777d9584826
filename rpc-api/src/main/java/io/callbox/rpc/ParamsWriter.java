package io.callbox.rpc;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes the arguments of one call straight into its envelope, as one JSON object or array. */
@FunctionalInterface
public interface ParamsWriter {

  /** Writes the arguments of a method that has no parameters. */
  ParamsWriter NONE =
      out -> {
        out.writeStartObject();
        out.writeEndObject();
      };

  /** Writes the arguments where the generator stands. Called once, on the caller's thread. */
  void write(JsonGenerator out) throws IOException;
}
