package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.callbox.annotation.Sync;
import io.callbox.json.JsonPath;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one request in three steps: {@link #readHead}, then its parameters, by code that knows
 * their types, and then {@link #readTail}. Only after the third step is the request known to be
 * complete.
 *
 * <p>Not safe for use by many threads. The code that opens it closes it.
 */
public final class RequestReader implements AutoCloseable {

  private static final byte[] NO_PARAMS = {'{', '}'};

  private final Slice slice;
  private final JsonParser in;
  private final MemberValues values;
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
  private @Nullable Sync sync;
  private boolean unsynced;
  private @Nullable String doneTo;
  private Map<String, String> headers = Map.of();
  private int credit;

  /** Starts reading a request. */
  public RequestReader(Slice slice) throws IOException {
    this.slice = slice;
    this.in = slice.open();
    this.values = new MemberValues(in);
  }

  /**
   * Reads up to the parameters, or everything if there are none.
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
   * Returns the head of a request whose parameters could not be read.
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
   * Returns the bytes of a request's parameters; {@code {}} if it has none.
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

  /**
   * Returns a parser at the first token of the parameters; of {@code {}} if the request has none.
   */
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
   * Reads the members after the parameters.
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

  /** Returns the members that have been read so far. The method is empty before it is known. */
  public Request head() {
    String name = method == null ? "" : method;
    Sync said = sync == null && unsynced ? Sync.NONE : sync;
    Durability durability =
        keep == 0 ? null : new Durability(keep, notBefore, timeout, said, doneTo);
    return new Request(id, name, replyTo, deadline, sentAt, from, headers, durability, credit);
  }

  /**
   * Returns the service of a marked request; null if there is no mark in the part that has been
   * read.
   */
  public @Nullable String handedOver() {
    return handedOver;
  }

  private void readMembers() throws IOException {
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      if (!name.equals("params")) {
        readMember(name);
        continue;
      }
      beginParams();
      if (method != null) {
        atParams = true;
        return;
      }
      earlyParams = slice.skipValue(in);
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
      case "jsonrpc" -> versionSeen = "2.0".equals(values.text("jsonrpc"));
      case "id" -> id = RequestId.read(in);
      case "method" -> method = values.text("method");
      case "replyTo" -> replyTo = values.replyTo();
      case "from" -> from = values.name("from");
      case "handedOver" -> handedOver = values.text("handedOver");
      case "deadline" -> deadline = values.millis("deadline");
      case "sentAt" -> sentAt = values.millis("sentAt");
      case "keep" -> keep = Math.max(1, values.span("keep"));
      case "timeout" -> timeout = values.span("timeout");
      case "sync" -> sync = values.sync();
      case "unsynced" -> unsynced = values.flag("unsynced");
      case "doneTo" -> doneTo = values.text("doneTo");
      case "notBefore" -> notBefore = values.millis("notBefore");
      case "headers" -> headers = values.headers();
      case "credit" -> credit = values.credit();
      default -> in.skipChildren();
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
    if (setAside != null) {
      setAside.close();
    }
  }
}
