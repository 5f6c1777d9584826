package io.callbox.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.callbox.json.Json;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a request that could not be read for what is needed to answer it: its id, and where
 * the answer goes. Takes what it finds before the message breaks.
 *
 * @param id the id; null if there is none, or none that could be read
 * @param method the method; empty if none could be read
 * @param replyTo where the response goes, if the request says so
 * @param from the node that calls, if the request says so
 */
public record RequestRescue(
    @Nullable RequestId id, String method, @Nullable String replyTo, @Nullable String from) {

  /** Deeper than any message that is read, so that an id behind parameters too deep is found. */
  private static final JsonFactory DEEP = Json.factory(100_000);

  /** Looks through a request. Never throws. */
  public static RequestRescue of(Slice slice) {
    RequestId id = null;
    String method = "";
    String replyTo = null;
    String from = null;
    try (JsonParser in = slice.open(DEEP)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return new RequestRescue(null, method, null, null);
      }
      for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
        in.nextToken();
        if (name.equals("id")) {
          id = readId(in);
        } else if (name.equals("method")) {
          method = in.getValueAsString("");
          in.skipChildren(); // of what is no method
        } else if (name.equals("replyTo") && in.currentToken() == JsonToken.VALUE_STRING) {
          replyTo = in.getText();
        } else if (name.equals("from") && in.currentToken() == JsonToken.VALUE_STRING) {
          from = in.getText();
        } else {
          in.skipChildren();
        }
      }
    } catch (IOException broken) {
      return new RequestRescue(
          id, method, replyTo, from); // what came before the break is all there is
    }
    return new RequestRescue(id, method, replyTo, from);
  }

  /** An id that is none says nothing against what comes after it. */
  private static @Nullable RequestId readId(JsonParser in) throws IOException {
    try {
      return RequestId.read(in);
    } catch (MalformedMessageException noId) {
      in.skipChildren();
      return null;
    }
  }
}
