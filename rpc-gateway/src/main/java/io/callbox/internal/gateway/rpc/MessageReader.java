package io.callbox.internal.gateway.rpc;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.callbox.internal.gateway.calls.RawJson;
import io.callbox.internal.gateway.rpc.Message.Batch;
import io.callbox.internal.gateway.rpc.Message.Entry;
import io.callbox.internal.gateway.rpc.Message.Invalid;
import io.callbox.internal.gateway.rpc.Message.Malformed;
import io.callbox.internal.gateway.rpc.Message.RpcRequest;
import io.callbox.internal.gateway.rpc.Message.Single;
import io.callbox.json.Json;
import io.callbox.json.Unicode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the body of a request in JSON-RPC 2.0. Ignores members that the standard does not name. */
final class MessageReader {

  private static final String NO_PARAMS = "{}";

  private MessageReader() {}

  static Message read(byte[] body) {
    try (JsonParser in = Json.FACTORY.createParser(body)) {
      JsonToken first = in.nextToken();
      if (first == null) {
        return new Malformed("the body is empty");
      }
      Message message =
          first == JsonToken.START_ARRAY ? new Batch(batch(in)) : new Single(entry(in));
      return in.nextToken() == null
          ? message
          : new Malformed("there is something behind the end of the JSON text");
    } catch (JsonProcessingException malformed) {
      return new Malformed("the body is not JSON: " + malformed.getOriginalMessage());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // reads only memory
    }
  }

  private static List<Entry> batch(JsonParser in) throws IOException {
    List<Entry> entries = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      entries.add(entry(in));
    }
    return entries;
  }

  private static Entry entry(JsonParser in) throws IOException {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      in.skipChildren();
      return new Invalid("null", "a request is an object");
    }
    Members members = new Members();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      members.read(name, in);
    }
    return members.entry();
  }

  /** The members of one request that have been read. */
  private static final class Members {

    private @Nullable String version;
    private @Nullable String id;
    private @Nullable String method;
    private String params = NO_PARAMS;
    private @Nullable String problem;

    void read(String name, JsonParser in) throws IOException {
      switch (name) {
        case "jsonrpc" -> version = text(in);
        case "method" -> method = text(in);
        case "id" -> id = id(in);
        case "params" -> params = params(in);
        default -> in.skipChildren();
      }
    }

    private static @Nullable String text(JsonParser in) throws IOException {
      String text = in.currentToken() == JsonToken.VALUE_STRING ? in.getText() : null;
      in.skipChildren();
      return text;
    }

    /** Returns an id as JSON; a number in the form in which it came. */
    private String id(JsonParser in) throws IOException {
      if (!in.currentToken().isScalarValue() || in.currentToken().isBoolean()) {
        problem = "an id is a string, a number or null";
      } else if (!Unicode.isWhole(in.getText())) {
        problem = "an id is text that UTF-8 can write";
      } else {
        return in.currentToken().isNumeric() ? in.getText() : RawJson.copy(in);
      }
      in.skipChildren();
      return "null";
    }

    private String params(JsonParser in) throws IOException {
      if (!in.currentToken().isStructStart()) {
        problem = "params are an object or an array";
        return NO_PARAMS;
      }
      return RawJson.copy(in);
    }

    Entry entry() {
      String wrong = problem;
      if (!"2.0".equals(version)) {
        wrong = "a request says \"jsonrpc\": \"2.0\"";
      }
      String called = method;
      if (called == null) {
        wrong = "a request says its method";
      }
      return wrong != null || called == null
          ? new Invalid(id == null ? "null" : id, String.valueOf(wrong))
          : new RpcRequest(id, called, params);
    }
  }
}
