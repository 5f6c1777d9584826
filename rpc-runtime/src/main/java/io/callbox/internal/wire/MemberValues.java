package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.callbox.annotation.Sync;
import io.callbox.json.Unicode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the values of a request's members, within the limits of the protocol. Each method reads the
 * current value of the parser.
 *
 * @param in the parser, which belongs to the reader of the request
 */
record MemberValues(JsonParser in) {

  /** The maximum credit of a stream. */
  static final int MOST_CREDIT = 1_024;

  /**
   * Reads a text that is no longer than an id may be.
   *
   * @throws MalformedMessageException if the value has another form; this applies to all methods
   *     here
   */
  String name(String name) throws IOException {
    String text = text(name);
    if (text.length() > RequestId.MAX_LENGTH) {
      throw new MalformedMessageException(
          name + " is longer than " + RequestId.MAX_LENGTH + " characters");
    }
    return text;
  }

  /** Reads a text. */
  String text(String name) throws IOException {
    if (in.currentToken() != JsonToken.VALUE_STRING) {
      throw new MalformedMessageException(name + " must be a string");
    }
    return in.getText();
  }

  /**
   * Reads the key of a reply list. It must be whole text: with half of a surrogate pair, it would
   * become another key than the caller reads.
   */
  String replyTo() throws IOException {
    String key = text("replyTo");
    if (!Unicode.isWhole(key)) {
      throw new MalformedMessageException("replyTo has half a surrogate pair");
    }
    return key;
  }

  /** Reads an instant, in milliseconds of the epoch. */
  long millis(String name) throws IOException {
    if (in.currentToken() != JsonToken.VALUE_NUMBER_INT
        || in.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        || in.getLongValue() < 0) {
      throw new MalformedMessageException(name + " must be milliseconds of the epoch");
    }
    return EpochMillis.bounded(in.getLongValue());
  }

  /** Reads a duration, in milliseconds. */
  long span(String name) throws IOException {
    return Math.min(millis(name), Durability.LONGEST_MILLIS);
  }

  /** Reads the place where the record of a durable call must be stored. */
  Sync sync() throws IOException {
    return switch (text("sync")) {
      case "AOF" -> Sync.AOF;
      case "REPLICAS" -> Sync.REPLICAS;
      case "NONE" -> Sync.NONE;
      default -> throw new MalformedMessageException("sync must be AOF, REPLICAS or NONE");
    };
  }

  /** Reads a boolean. */
  boolean flag(String name) throws IOException {
    if (!in.currentToken().isBoolean()) {
      throw new MalformedMessageException(name + " must be true or false");
    }
    return in.getBooleanValue();
  }

  /** Reads the number of items of a stream that the caller accepts at first. */
  int credit() throws IOException {
    if (in.currentToken() != JsonToken.VALUE_NUMBER_INT
        || in.getNumberType() != JsonParser.NumberType.INT
        || in.getIntValue() < 1
        || in.getIntValue() > MOST_CREDIT) {
      throw new MalformedMessageException("credit must be 1 to " + MOST_CREDIT + " items");
    }
    return in.getIntValue();
  }

  /** Reads headers by name. */
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
