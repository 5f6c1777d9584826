package io.callbox.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Copies values as they are written: each digit of a number too. */
public final class ExactCopy {

  private ExactCopy() {}

  /**
   * Copies the value that a parser stands on, and moves the parser to the value's end. Jackson has
   * a method for this since 2.22.
   */
  public static void of(JsonParser in, JsonGenerator out) throws IOException {
    out.copyCurrentEventExact(in);
    int depth = step(in);
    while (depth > 0 && in.nextToken() != null) {
      out.copyCurrentEventExact(in);
      depth += step(in);
    }
  }

  private static int step(JsonParser in) {
    JsonToken token = in.currentToken();
    if (token.isStructStart()) {
      return 1;
    }
    return token.isStructEnd() ? -1 : 0;
  }
}
