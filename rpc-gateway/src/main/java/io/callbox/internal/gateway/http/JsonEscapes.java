package io.callbox.internal.gateway.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Writes text so that it can stand between the quotes of a JSON string. */
final class JsonEscapes {

  private JsonEscapes() {}

  static String of(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(text));
  }
}
