package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.callbox.json.JsonPath;
import io.callbox.json.Unicode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one request in three steps: {@link #readHead}, then its parameters by whoever knows their
 * types, then {@link #readTail}. Only after the third is the request known to be whole.
 *
 * <p>Not safe for use by many threads. To be closed by whoever opened it.
 */
public final class RequestReader implements AutoCloseable {

  /** How many items of a stream may be on their way. */
  static final int MOST_CREDIT = 1_024;

  private static final byte[] NO_PARAMS = {'{', '}'};

  /**
   * The end of the year 9999: a later time is taken for it, so that nobody computes past a long.
   */
  static final long LATEST_MILLIS = 253_402_300_799_999L;

  private final Slice slice;
  private final JsonParser in;
  private @Nullable JsonParser setAside;
  private @Nullable Slice earlyParams;
  private boolean atParams;
  private boolean paramsSeen;
  private boolean versionSeen;

  private @Nullable RequestId id;
  private @Nullable String method;
  private @Nullable String replyTo;
  private @Nullable String from;
  private @Nullable String handedOver;
  private long deadline;
  private long sentAt;
  private long keep;
  private long notBefore;
  private long timeout;
  private Map<String, String> headers = Map.of();
  private int credit;

  /** Starts reading a request. */
  public RequestReader(Slice slice) throws IOException {
    this.slice = slice;
    this.in = slice.open();
  }

  /**
   * Reads up to the parameters, or all where there are none.
   *
   * @throws IOException if it is no request: {@link MalformedMessageException#statusOf}
   */
  public void readHead() throws IOException {
    if (in.nextToken() != JsonToken.START_OBJECT) {
      throw new MalformedMessageException("a request is an object");
    }
    JsonPath.mark(in);
    readMembers();
  }

  /**
   * The head of a request whose parameters could not be read.
   *
   * @throws IOException if it is no request: {@link MalformedMessageException#statusOf}
   */
  public static Request headOf(Slice request) throws IOException {
    try (RequestReader reader = new RequestReader(request)) {
      reader.readHead();
      reader.params().skipChildren();
      reader.readTail();
      return reader.head();
    }
  }

  /**
   * The parameters of a request as they travelled; {@code {}} where it has none.
   *
   * @throws IOException if it is no request: {@link MalformedMessageException#statusOf}
   */
  public static Slice paramsOf(Slice request) throws IOException {
    try (RequestReader reader = new RequestReader(request)) {
      reader.readHead();
      if (reader.atParams) {
        return request.skipValue(reader.in);
      }
      return reader.earlyParams == null ? Slice.of(NO_PARAMS) : reader.earlyParams;
    }
  }

  /** A parser on the first token of the parameters; {@code {}} where the request has none. */
  public JsonParser params() throws IOException {
    if (atParams) {
      return in;
    }
    Slice params = earlyParams == null ? Slice.of(NO_PARAMS) : earlyParams;
    setAside = params.open();
    setAside.nextToken();
    return setAside;
  }

  /**
   * Reads what follows the parameters.
   *
   * @throws IOException if it is no request: {@link MalformedMessageException#statusOf}
   */
  public void readTail() throws IOException {
    if (atParams) {
      atParams = false;
      readMembers();
    }
    Slice.requireEnd(in);
    if (!versionSeen) {
      throw new MalformedMessageException("jsonrpc must be \"2.0\"");
    }
  }

  /** What has been read so far. The method is empty before it is known. */
  public Request head() {
    String name = method == null ? "" : method;
    Durability durability = keep == 0 ? null : new Durability(keep, notBefore, timeout);
    return new Request(id, name, replyTo, deadline, sentAt, from, headers, durability, credit);
  }

  /** The service that the request was handed over for; null if it was not, as far as is read. */
  public @Nullable String handedOver() {
    return handedOver;
  }

  private void readMembers() throws IOException {
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      if (name.equals("params")) {
        beginParams();
        if (method != null) {
          atParams = true;
          return;
        }
        earlyParams = slice.skipValue(in);
      } else {
        readMember(name);
      }
    }
    if (in.currentToken() != JsonToken.END_OBJECT) {
      throw new MalformedMessageException("the request does not end");
    }
    if (method == null) {
      throw new MalformedMessageException("a request has a method");
    }
  }

  private void beginParams() throws IOException {
    if (paramsSeen) {
      throw new MalformedMessageException("params comes twice");
    }
    paramsSeen = true;
  }

  private void readMember(String name) throws IOException {
    switch (name) {
      case "jsonrpc" -> versionSeen = "2.0".equals(readString("jsonrpc"));
      case "id" -> id = RequestId.read(in);
      case "method" -> method = readString("method");
      case "replyTo" -> replyTo = readReplyTo();
      case "from" -> from = readName("from");
      case "handedOver" -> handedOver = readString("handedOver");
      case "deadline" -> deadline = readMillis("deadline");
      case "sentAt" -> sentAt = readMillis("sentAt");
      case "keep" -> keep = Math.max(1, readSpan("keep"));
      case "timeout" -> timeout = readSpan("timeout");
      case "notBefore" -> notBefore = readMillis("notBefore");
      case "headers" -> headers = readHeaders();
      case "credit" -> credit = readCredit();
      default -> in.skipChildren();
    }
  }

  private String readName(String name) throws IOException {
    String text = readString(name);
    if (text.length() > RequestId.MAX_LENGTH) {
      throw new MalformedMessageException(
          name + " is longer than " + RequestId.MAX_LENGTH + " characters");
    }
    return text;
  }

  private String readString(String name) throws IOException {
    if (in.currentToken() != JsonToken.VALUE_STRING) {
      throw new MalformedMessageException(name + " must be a string");
    }
    return in.getText();
  }

  /** One that is no text would name another key than the caller reads. */
  private String readReplyTo() throws IOException {
    String key = readString("replyTo");
    if (!Unicode.isWhole(key)) {
      throw new MalformedMessageException("replyTo has half a surrogate pair");
    }
    return key;
  }

  private long readMillis(String name) throws IOException {
    if (in.currentToken() != JsonToken.VALUE_NUMBER_INT
        || in.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        || in.getLongValue() < 0) {
      throw new MalformedMessageException(name + " must be milliseconds of the epoch");
    }
    return Math.min(in.getLongValue(), LATEST_MILLIS);
  }

  private long readSpan(String name) throws IOException {
    return Math.min(readMillis(name), Durability.LONGEST_MILLIS);
  }

  private int readCredit() throws IOException {
    if (in.currentToken() != JsonToken.VALUE_NUMBER_INT
        || in.getNumberType() != JsonParser.NumberType.INT
        || in.getIntValue() < 1
        || in.getIntValue() > MOST_CREDIT) {
      throw new MalformedMessageException("credit must be 1 to " + MOST_CREDIT + " items");
    }
    return in.getIntValue();
  }

  private Map<String, String> readHeaders() throws IOException {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      throw new MalformedMessageException("headers must be an object");
    }
    Map<String, String> read = new LinkedHashMap<>();
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      read.put(name, readString("header " + name));
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    in.close();
    if (setAside != null) {
      setAside.close();
    }
  }
}
