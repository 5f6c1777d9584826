package io.callbox.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;

/** Reads and writes {@code byte[]} as base64: the usual alphabet, padded, on one line. */
public final class Bytes {

  private static final String EXPECTED = "a base64 string";

  private Bytes() {}

  /** Reads bytes into a new array. */
  public static byte[] read(JsonParser in) throws IOException {
    if (in.currentToken() != JsonToken.VALUE_STRING) {
      throw JsonMismatchException.expected(EXPECTED, in);
    }
    try {
      return in.getBinaryValue();
    } catch (JsonEOFException cutOff) {
      throw cutOff;
    } catch (StreamReadException undecodable) {
      throw JsonMismatchException.at(in, "must be " + EXPECTED);
    }
  }

  /** Writes bytes. */
  public static void write(JsonGenerator out, byte[] value) throws IOException {
    out.writeBinary(value);
  }
}
