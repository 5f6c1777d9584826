package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.callbox.json.Unicode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values of a request's members, as the protocol bounds them. Each is the value that the parser
 * is at.
 *
 * @param in the parser, which belongs to whoever reads the request
 */
record MemberValues(JsonParser in) {

  /** How many items of a stream may be on their way. */
  static final int MOST_CREDIT = 1_024;

  /**
   * A name.
   *
   * @throws MalformedMessageException as all of these, if the value is something else
   */
  String name(String name) throws IOException {
    String text = text(name);
    if (text.length() > RequestId.MAX_LENGTH) {
      throw new MalformedMessageException(
          name + " is longer than " + RequestId.MAX_LENGTH + " characters");
    }
    return text;
  }

  /** A text. */
  String text(String name) throws IOException {
    if (in.currentToken() != JsonToken.VALUE_STRING) {
      throw new MalformedMessageException(name + " must be a string");
    }
    return in.getText();
  }

  /** A key. One that is no text would name another key than the caller reads. */
  String replyTo() throws IOException {
    String key = text("replyTo");
    if (!Unicode.isWhole(key)) {
      throw new MalformedMessageException("replyTo has half a surrogate pair");
    }
    return key;
  }

  /** An instant, in milliseconds of the epoch. */
  long millis(String name) throws IOException {
    if (in.currentToken() != JsonToken.VALUE_NUMBER_INT
        || in.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        || in.getLongValue() < 0) {
      throw new MalformedMessageException(name + " must be milliseconds of the epoch");
    }
    return Math.min(in.getLongValue(), RequestReader.LATEST_MILLIS);
  }

  /** How long something lasts, in milliseconds. */
  long span(String name) throws IOException {
    return Math.min(millis(name), Durability.LONGEST_MILLIS);
  }

  /** How many items of a stream its caller takes at first. */
  int credit() throws IOException {
    if (in.currentToken() != JsonToken.VALUE_NUMBER_INT
        || in.getNumberType() != JsonParser.NumberType.INT
        || in.getIntValue() < 1
        || in.getIntValue() > MOST_CREDIT) {
      throw new MalformedMessageException("credit must be 1 to " + MOST_CREDIT + " items");
    }
    return in.getIntValue();
  }

  /** Headers by their names. */
  Map<String, String> headers() throws IOException {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      throw new MalformedMessageException("headers must be an object");
    }
    Map<String, String> read = new LinkedHashMap<>();
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      read.put(name, text("header " + name));
    }
    return read;
  }
}
